/* What Python gives the script (JSON), and what its files know of each other. For the type check only. */

type Point = [number, number];
/** West, south, east, north. */
type Bounds = [number, number, number, number];

interface Named {
  name: string;
  names?: Record<string, string>;
}

interface Area extends Named {
  id: string;
  /** Put here by the script where others are called the same: what it lies in. */
  within?: Named;
  label: Point;
  /** None: a place at its label, or not there yet. */
  rings: Point[][][];
  /** Of many areas: the sheet that has its rings. */
  sheet?: number;
}

/** Many areas, a list per column; of labels two numbers each. */
interface AreaColumns {
  id: string[];
  name: string[];
  names: Record<string, string[]>;
  label: number[];
  /** -1: a place at its label. */
  sheet: number[];
}

/** Lines: the points of each, and the steps from point to point in parts of a degree. */
interface LinesJson {
  points: number[];
  steps: number[];
}

/** The outlines of a sheet's areas, made by geo.paint.sheets: polygons of each area, rings of each polygon. */
interface SheetJson extends LinesJson {
  polygons: number[];
  rings: number[];
}

/** What areas lie in: a group of the folder, or a name; `areas` by their place in the list. */
interface Parent extends Named {
  id: string;
  areas: number[];
}

interface Group extends Named {
  id: string;
  areas: string[];
  focus?: boolean;
  outline?: Point[][][];
}

interface Place extends Named {
  lon: number;
  lat: number;
  symbol: string;
}

/** Made by geo.paint.geometry. */
interface Geometry {
  simplified: boolean;
  bounds: Bounds;
  focus: Bounds;
  view: Bounds | null;
  /** Places that the first view leaves out, by their numbers. */
  far?: number[];
  areas: Area[];
  groups: Group[];
  parents?: Parent[];
  /** Areas that share their name with another, by their place in the list. */
  alike?: number[];
  places?: Place[];
  river?: Point[][];
  /** Of each piece of the river: the share of its full width. */
  river_widths?: number[];
  country?: Point[][];
  /** The shade of the ground, where the folder brings a relief, and its share over fills. */
  relief?: { bounds: Bounds; image: string; on_fills: number };
  capitals?: (Named & { lon: number; lat: number })[];
  /** Of many areas: the box of each sheet, the borders of what they lie in, a typical one's side at zoom 0 in pixels. */
  sheets?: Bounds[];
  borders?: LinesJson;
  side?: number;
}

/** As it is served: many areas as columns. */
type GeometryJson = Geometry | (Omit<Geometry, "areas"> & { areas: AreaColumns });

/** What areas are counted together by: what they lie in, else their sheet; its middle, and the box of their labels. */
interface Ground {
  parent: Parent | null;
  areas: number[];
  lon: number;
  lat: number;
  box: Bounds;
}

/** The numbers of a bar: areas by kind, all, and those with fighting. */
interface CountSum {
  counts: number[];
  areas: number;
  fighting: number;
}

/** A bar on the map: where it stands, the numbers of the grounds that it counts, and its parts. */
interface CountBar {
  at: { x: number; y: number };
  grounds: number[];
  wide: number;
  node: SVGGElement;
  parts: SVGGElement;
  below: SVGGElement;
  /** The numbers that it shows. */
  key: string;
  said: string;
}

/** Where a bar stands, in pixels of the world, and the grounds that it counts. */
interface CountSeat {
  x: number;
  y: number;
  grounds: number[];
}

interface Tally {
  kinds: TotalKind[];
  counts: Int32Array;
  fighting: Int32Array;
  begin(states: States): void;
  move(area: number, before: number, now: number): void;
  sum(grounds: number[]): CountSum;
}

interface Sheets {
  near: number;
  members: number[][];
  there: Set<number>;
  within(box: Bounds): number[];
  fetch(sheet: number): Promise<void>;
}

/** Made by geo.looks: how one kind of state is drawn and said. */
interface Look extends Fill {
  status: string;
  fills: string[];
  strength: string;
  outline: string;
  marks: string[];
  word: string;
  sentence: string;
  /** What its areas are counted under. */
  total: string;
  /** How the status is told, and of which actors. */
  told?: string;
  of?: string[];
  /** Put here by the script: equal signatures, equal statements about who holds. */
  signature?: string;
}

/** A key of the legend: a swatch, a mark, or both. */
interface LegendKey extends Partial<Fill> {
  text: string;
  mark?: string;
  outline?: string;
}

/** Made by geo.paint.states. */
interface StatesJson {
  key: string;
  first: string;
  days: number;
  /** The first and the last day that are known, where not all are. */
  from?: number;
  to?: number;
  looks: Look[];
  changes: number[][];
  newest?: number[][];
  legend?: LegendKey[];
  about?: number[];
  published?: number[];
  inferred?: number[];
  /** The days on which what is shown changes, and in how many areas. */
  turns?: Turns;
  events?: Events;
}

interface Turns {
  day: number[];
  areas: number[];
}

/** Fights and attacks whose place is known: a list per column; `area` by its number, days by theirs, inclusive. */
interface Events {
  report: string[];
  area: number[];
  lon: number[];
  lat: number[];
  from: number[];
  to: number[];
}

interface State {
  look: Look;
  /** Days since the newest vote; null when nobody votes. */
  age: number | null;
}

type Saying = string | Record<string, string>;
type DayForm = "long" | "short" | "month" | "number";

interface Calendar {
  months: string[];
  short: string[];
  patterns: Record<DayForm, string>;
  digits?: string;
  solar?: { pattern: string; months: string[] } | null;
}

/** What `Words` needs. */
interface Spoken {
  language?: string;
  words?: Record<string, Saying>;
  calendar?: Partial<Calendar>;
}

/** What an area is filled with: colours as painted, and what is strewn over them, a key of `Shapes.textures`. */
interface Fill {
  colours: string[];
  texture?: string;
}

/** Discs, or rings where `line` is not 0, in a square grid. */
interface Texture {
  step: number;
  radius: number;
  line: number;
  colour: string;
}

/** Made by geo.paint.shapes: what Python draws too. */
interface Shapes {
  textures: Record<string, Texture>;
  mark_box: number;
  marks: Record<string, Point[][]>;
  symbols: Record<string, Point[]>;
  dots: Record<string, number>;
  bar_km: number[];
}

/** A place on the map, the day ("" = undated) and the report; and the group that it is said of, if it is one. */
type Way = [place: number, day: string, report: string, group?: number];

/** Made by geo.panel.search: what a reader can search; names with their other spellings. */
interface Searched {
  places: [name: string, also: string, area: string, within: string][];
  speakers: [name: string, also: string][];
  outlets: [name: string, also: string][];
  groups: string[];
  texts: [text: string, also: string][];
  abouts: string[];
  /** In the order of the days. */
  said: [text: number, speaker: number, outlet: number, about: number, cell: number, ways: Way[]][];
}

interface Choice {
  area: string | null;
  day: string;
  n: number;
  everyone: boolean;
  /** Asked for: a picture of the view or, in it, of one report. */
  picture?: { report?: string };
}

/** Made by geo.paint.folium_map.script_config. */
interface StartConfig extends Spoken {
  geometry: string | GeometryJson;
  /** Of many areas: the addresses of the sheets or where they are listed; or the sheets. */
  sheets?: string | (string | SheetJson)[];
  direction?: string;
  shapes: Shapes;
  said?: string | Spoken;
  styles?: string[];
  states?: Record<string, StatesJson>;
  renderer?: "svg" | "canvas";
  theme?: "light" | "dark";
  /** Where the map is published; "" = not said. */
  address?: string;
  /** The code of a frame that shows `{address}` in another page. */
  embed?: string;
  /** What is searched, or its address. */
  search?: string | Searched;
  watch?: boolean;
  play?: boolean;
  strip?: boolean;
  onChoice?: (choice: Choice) => void;
  onDay?: (iso: string) => void;
}
type FrameConfig = StartConfig;

/** Made by geo.paint.folium_map.step. */
interface StepMessage {
  day: string;
  states: string;
  url?: string;
  area?: string | null;
  title?: string;
  compare?: { day: string | null; states: string; url?: string; title: string } | null;
}

/** A box on the screen, in pixels. */
interface PixelBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/* ---- what the files of the script use of each other ---- */

interface Words {
  language: string;
  number(value: number | string): string;
  grouped(value: number): string;
  say(key: string, values?: Record<string, unknown>): string;
  day(iso: string, form?: DayForm): string;
  name(thing: Named): string;
  full(area: Area): string;
  age(days: number): string;
}

interface States {
  key: string;
  days: number;
  from: number;
  to: number;
  readonly day: Int32Array;
  looks: Look[];
  legend: LegendKey[];
  about: number[];
  published: number[];
  inferred: number[];
  turns: Turns;
  start: Int32Array;
  look: Int32Array;
  readonly lastDay: number;
  index(iso: string): number;
  known(day: number): number;
  readonly span: number;
  iso(day: number): string;
  events: Events | null;
  eventsOn(day: number): number[];
  lookIndex(area: number, day: number): number;
  at(area: number, day: number): State;
}

interface Inks {
  svg(fill: Fill, stripe?: number): string;
}

interface InksClass {
  new (defs: Element, prefix: string): Inks;
  css(fill: Fill, stripe?: number): string;
  canvas(pen: CanvasRenderingContext2D, fill: Fill, stripe?: number): string | CanvasPattern;
  strew(pen: CanvasRenderingContext2D, size: number, dots: Texture, under: string): void;
  hatch(pen: CanvasRenderingContext2D, size: number, colours: string[]): void;
}

interface ViewInk {
  fill: string;
  onCanvas: string | CanvasPattern;
  edge: string;
  className: string;
}

/** An outline around a place, so many pixels larger than its sign. */
type Ring = L.CircleMarker & { gpIndex: number; gpAround: number };

interface Overlay {
  key: string;
  layers: (L.Polyline | Ring)[];
}

/** An area on the map, with its place in the geometry. */
type AreaLayer = (L.Polygon | L.CircleMarker) & { gpIndex: number };

interface GeoView {
  map: L.Map;
  frame: GeoFrame;
  primary: boolean;
  words: Words;
  geometry: Geometry;
  areas: Area[];
  states: States | null;
  day: number;
  shown: Int32Array;
  following: boolean;
  gone: boolean;
  group: L.FeatureGroup;
  layers: (AreaLayer | undefined)[];
  paths: (SVGElement | undefined)[];
  readonly far: boolean;
  sheets: { readonly far: boolean; readonly weight: number; follow(): void; outlined(): number[]; reveal(area: number): Promise<void> } | null;
  counts: {
    begin(states: States): void;
    move(area: number, before: number, now: number): void;
    draw(first?: boolean): void;
    place(): void;
    boxes(): PixelBox[];
  } | null;
  layer(area: Area, i: number): AreaLayer;
  colour(i: number): void;
  outlined(): Iterable<number>;
  dash(states: States): void;
  drawSigns(moved: boolean): void;
  places: number[];
  radius: number;
  readonly narrow: boolean;
  readonly shapesAreButtons: boolean;
  labels: Labels;
  overlays: {
    chosen: number;
    dash(indexes: number[]): void;
    select(index: number): void;
    differ(indexes: number[], surely: number[]): void;
    focus(index: number): void;
    refill(): void;
    resize(): void;
  };
  furniture: { boxes(): PixelBox[]; entitle(text: string): void; sayDay(iso: string): void; drawScale(): void; follow(): void };
  pointer: {
    hover(i: number, point: L.Point): void;
    tell(name: string, status: string, point: { x: number; y: number }): void;
    leave(): void;
    sayAgain(): void;
  };
  events: { areas: Set<number>; draw(moved: boolean): void };
  bareMarks: { draw(moved: boolean): void };
  paint(states: States, day: number): number;
  sentence(i: number): string;
  fillOf(i: number): string;
  fit(): void;
  settle(): void;
  remove(): void;
}

/** One label on the map: its area, its place, and what it shows. */
interface Label {
  i: number;
  group: SVGGElement;
  seat: Seat;
  shownLook: Look | null;
  shownText: string | null;
  word?: SVGTextElement;
  marks?: SVGGElement;
}

interface Labels {
  root: SVGElement;
  map: L.Map;
  view: GeoView;
  frame: PixelBox;
  taken: PixelBox[];
  placed: Label[];
  areaNames: Set<string>;
  longest(i: number, withWord: boolean): number;
  draw(i: number, seat: Seat): Label;
  addMarks(label: Label, x: number, y: number): void;
  place(first?: number): void;
  choose(): void;
  update(fresh: boolean): void;
  at(point: L.Point): number;
}

/** Things close together on the screen: drawn as one, where the first of them is. */
interface Cluster<T> {
  x: number;
  y: number;
  items: T[];
}

type TextSize = "name" | "narrow" | "word" | "place";

/** An area in map units at zoom 0. */
type Shape = { ring: Float64Array; centre: L.Point } & PixelBox;

/** An area in sight, in pixels of the map. */
interface Spot {
  i: number;
  box: PixelBox;
  ring: ArrayLike<number>;
  centre: { x: number; y: number };
  size: number;
}

/** What a map shows, what is written there already, and the areas that a label must keep off. */
interface Room {
  frame: PixelBox;
  taken: PixelBox[];
  others?: { ring: ArrayLike<number>; box: PixelBox }[];
}

/** What is written of an area, and how large it is. */
interface Lettering {
  name: string;
  narrow: boolean;
  words: boolean;
  w: number;
  h: number;
}

/** Where it is written. */
type Seat = Lettering & { score: number; box: PixelBox; x: number; y: number };

/** What areas are counted under, and its colours. */
interface TotalKind extends Fill {
  text: string;
  /** Whether nothing is said of its areas. */
  silent?: boolean;
}

interface Totals {
  readonly kinds: TotalKind[];
  /** Of each kind: the number of areas by day. */
  readonly counts: Int32Array[];
  on(day: number): (TotalKind & { count: number })[];
  said(words: Words, day: number): string;
  stack(day: number): HTMLElement;
  sentence(words: Words, day: string, at: number): HTMLElement[];
}

interface Parents {
  readonly open: Set<string>;
  lines(): StripLine[];
  fold(id: string): void;
}

/** A row of the strip: an area, by its place in the list, or what areas lie in. */
interface StripLine {
  area: number;
  parent: Parent | null;
}

/** What the table of the strip needs to know of its size. */
interface StripSize {
  top: number;
  left: number;
  rows: number;
  columns: number;
  cell: number;
  labels: number;
  narrow: boolean;
  parents: Parents;
  totals: Totals;
  within(parent: Parent): Totals;
}

interface Strip {
  resized(): void;
  mark(states: States, day: number, area: string | null): void;
}

/** A named day of the time bar; `above` is the month or year that begins. */
interface TimeLabel {
  day: number;
  text: string;
  above: string;
}

/** A day of change: how many areas, and as a share of the most; `most`: whether it is that. */
interface TurnMark {
  day: number;
  areas: number;
  share: number;
  most: boolean;
}

/** The days of change below the bands; `numbered`: whether their numbers have room. */
interface TurnMarks {
  numbered: boolean;
  marks: TurnMark[];
}

/** The time bar above the slider. */
interface Ribbon {
  mark(states: States, day: number): void;
}

interface Play {
  readonly playing: boolean;
  stand(): void;
  pause(options: { commit: boolean }): void;
}

interface Watch {
  page: Document;
  busy: boolean;
  held: boolean;
  day: string | null;
  say(): void;
  move(iso: string): void;
}

interface Moves {
  readonly playing: boolean;
  dayToPaint(states: States, iso: string): number;
  preview(iso: string): void;
  echo(iso: string): void;
  moveTo(day: number): void;
  nudge(days: number): void;
  jump(iso: string): void;
  grabbed(): void;
}

interface Comparison {
  other: { states: States; day: number | null } | null;
  show(message: StepMessage, states: States | null): void;
  paint(day: number): void;
  outline(): void;
  keys(first: States): LegendKey[];
}

/** Made by geo.export.onefile.pool. */
interface PageTable {
  lines: string[];
  /** Lines by number; a number below zero is another page, -1 the first. */
  pages: number[][];
  /** Days and, after each, the page that holds from it on. */
  spans: number[][];
}

interface Pages {
  plain(page: number): string;
  at(span: number, day: number): number;
  lines(page: number, lines?: string[]): string[];
}

/** Made by geo.page.ahead: the words of every day, as spans. */
interface WordsAhead extends PageTable {
  lead: number;
  turned: number;
  changes: number;
  /** The day of knowledge in words; "" = everything known. */
  known: string;
}

interface Ahead {
  say(ahead: boolean): void;
}

interface Finding {
  searched: Searched;
  find(
    typed: string,
    by: { kind: "speakers" | "outlets"; number: number } | null,
  ): Record<"places" | "speakers" | "outlets" | "theirs" | "others" | "said", number[]>;
  way(said: number, typed: string): Way;
}

interface Layout {
  root: HTMLElement;
  keys: HTMLElement;
  readonly covered: number;
  inks: Inks;
  status: HTMLElement;
  away: HTMLElement;
  bar: HTMLElement;
  below: HTMLElement;
  firstMap(): L.Map;
  secondMap(): L.Map;
  fillLegend(keys: LegendKey[]): void;
  sayDistance(text: string): void;
  theme(): void;
  size(): void;
  resized(): void;
  fill(scale: number): void;
  listen(): void;
}

interface GeoFrame {
  config: FrameConfig;
  geometry: Geometry;
  words: Words;
  useCanvas: boolean;
  edge: string;
  indexOf: Map<string, number>;
  sheets: Sheets | null;
  parents: Parents;
  current: States | null;
  message: StepMessage | null;
  area: string | null;
  day: number;
  views: GeoView[];
  inks: Inks;
  moves: Moves;
  comparison: Comparison;
  layout: Layout;
  strip: Strip | null;
  ribbon: Ribbon;
  play: Play | null;
  watch: Watch | null;
  show(message: StepMessage): Promise<void>;
  paint(day: number): void;
  repaint(iso: string): void;
  select(area: string | null): void;
  choose(area: string | null, iso: string | null, everyone?: boolean): void;
  leave(): void;
  ask(picture: { report?: string }): void;
  chosen: { uncover(area: string, box: HTMLElement): void };
  fullScreen: { on: boolean };
  chooseInStrip(area: string | null, iso: string | null): void;
  open(area: string, report: string): void;
  preview(iso: string): void;
  moveTo(day: number): void;
  grabbed(): void;
  announce(text: string): void;
}

type Attributes = Record<string, unknown> | null;
type Child = Node | string | null | undefined | false;

/** `window.geoPaint`: each file adds its part, in the order of SCRIPTS. */
interface GeoPaint {
  h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes?: Attributes, ...children: Child[]): HTMLElementTagNameMap[K];
  s<K extends keyof SVGElementTagNameMap>(tag: K, attributes?: Attributes, ...children: Child[]): SVGElementTagNameMap[K];
  dayMs(iso: string): number;
  isoOf(ms: number): string;
  label(words: Words, state: { look: Look; age: number | null }): string;
  sentence(words: Words, state: State): string;
  font: string;
  fontSize: number;
  borrowFont(page: Document | null): Promise<void>;
  load<T>(source: string | T | undefined): Promise<T>;
  reveal(card: Element): void;
  shapes: Shapes;
  mark(name: string, size?: number): SVGSVGElement;
  symbol(kind: string): SVGElement[];
  lines: {
    latlngs(line: Point[]): Point[];
    bounds(box: Bounds): L.LatLngBounds;
    closed(line: Point[]): Point[];
    polygon(area: Area): Point[][][];
    space(narrow: boolean, places: boolean, covered?: number): L.FitBoundsOptions;
    draw(map: L.Map, geometry: Geometry): void;
    outlines(areas: Area[]): Point[][];
  };
  towns: { place(labels: Labels): void };
  points: {
    is(area: Area): boolean;
    order(geometry: Geometry): number[];
    radius(count: number, size: { x: number; y: number }, away: number): number;
    size(view: GeoView, away: number): void;
    latLng(area: Area): [number, number];
    take(labels: Labels, places: number[], radius: number): { i: number; at: L.Point }[];
    name(labels: Labels, seen: { i: number; at: L.Point }[], radius: number): void;
  };
  parted(one: Look | undefined, other: Look | undefined): "holder" | "surely" | null;
  clusters<T extends { x: number; y: number }>(points: T[], reach: number): Cluster<T>[];
  counted(mark: string, at: { x: number; y: number }, count: string): SVGGElement;
  oneColumn(page: Document): boolean;
  typing(event: KeyboardEvent): boolean;
  leaves(event: KeyboardEvent, page: Document): boolean;
  key(event: KeyboardEvent, letter: string): boolean;
  inSight(page: Document, area: string): void;
  whenThere(page: Document, id: string, focus?: boolean): void;
  locator(geometry: Geometry, words: Words): { node: SVGElement; follow(bounds: Bounds): void } | null;
  leaflet: {
    INTERACTIVE: string;
    keepingCanvas(options: L.RendererOptions & { weight?: () => number }): L.Canvas;
    pen(renderer: L.Renderer): CanvasRenderingContext2D;
    repaint(renderer: L.Renderer, layer: L.Polygon): void;
    element(layer: L.Path): SVGElement | undefined;
    stopAnimatedZoom(map: L.Map): void;
    atLeast(map: L.Map, least: number): void;
  };
  streamlit: {
    page(): Document | null;
    app(page: Document | null): Element | null;
    onLook(page: Document | null, told: () => void): void;
    onConnection(page: Document, told: (there: boolean) => void): () => void;
    busy(page: Document): boolean;
    scroller(page: Document): Element | null;
    storyButton(page: Document, way: "start" | "back" | "next"): HTMLElement | null;
    slider(page: Document): HTMLInputElement | null;
    onSlider(page: Document, told: () => void): () => void;
    ofSlider(target: EventTarget | null): boolean;
    ofChange(target: EventTarget | null): boolean;
    onStep(page: Document, ready: () => boolean, step: (days: number) => void, signal: AbortSignal): void;
    dayOf(slider: HTMLInputElement): string | null;
    landOnChosen(page: Document, signal: AbortSignal): void;
    sayDay(slider: HTMLInputElement, inWords: (day: string) => string): void;
    moveThumb(slider: HTMLInputElement, iso: string): void;
    turnSlider(page: Document, language: string, wanted: string): boolean;
    takeHeight(): void;
    frameHeight: ((height: number) => void) | null;
    tell(choice: Choice): void;
  };
  linkAt(event: MouseEvent): { area: string; report: string; day: string | null } | null;
  seats: {
    width(text: string, size: TextSize): number;
    overlaps(a: PixelBox, b: PixelBox): boolean;
    shape(area: Area): Shape;
    named(spots: Spot[]): Spot[];
    best(
      ring: ArrayLike<number>,
      spot: { box: PixelBox },
      centre: { x: number; y: number },
      label: Lettering,
      least: number,
      room: Room,
    ): Seat | null;
  };
  StripTable: new (words: Words, areas: Area[], lines: StripLine[], states: States, size: StripSize) => {
    table: HTMLTableElement;
    body: HTMLTableSectionElement;
    heads: HTMLTableCellElement[];
    note(move: (areas: number, days: number) => void): HTMLElement | null;
  };
  Words: new (config: Spoken) => Words;
  States: new (json: StatesJson) => States;
  Ahead: new (frame: GeoFrame, page: Document) => Ahead;
  Pages: new (table: PageTable) => Pages;
  FilePages: new (data: FileData, words: Words) => FilePages;
  escaped(text: string): string;
  Pairs: new (data: FileData, words: Words, pages: FilePages) => Pairs;
  Citation: new (data: FileData, words: Words) => { say(now: FileChoices): void };
  Boxes: new () => Boxes;
  Inks: InksClass;
  AreaList: new (words: Words, page: Document) => object;
  fold(text: string): string;
  Finding: new (searched: Searched) => Finding;
  Search: new (frame: GeoFrame, page: Document) => object;
  Parents: new (geometry: Geometry) => Parents;
  lineOf(lines: StripLine[], area: number): number;
  sheetLines(json: LinesJson): Point[][];
  sheetOutlines(json: SheetJson): Point[][][][];
  prepare(map: L.Map): void;
  unfolded(json: GeometryJson): Geometry;
  Sheets: new (geometry: Geometry, sources: Promise<(string | SheetJson)[]>) => Sheets;
  SheetsInView: new (view: GeoView, sheets: Sheets) => NonNullable<GeoView["sheets"]>;
  grounds(geometry: Pick<Geometry, "areas" | "parents">, members: number[][]): Ground[];
  countSeats(points: { ground: number; weight: number; x: number; y: number }[], reach: number, flat: number): CountSeat[];
  Near: new (reach: number) => {
    add(point: { x: number; y: number }): void;
    remove(point: { x: number; y: number }): void;
    any(point: { x: number; y: number }): boolean;
  };
  Tally: new (grounds: Ground[], areas: number) => Tally;
  Counts: new (view: GeoView, sheets: Sheets) => NonNullable<GeoView["counts"]>;
  kindsOf(states: States, way: "held" | "drawn"): { kinds: TotalKind[]; of: number[] };
  Totals: new (states: States, areas: number[], way?: "held" | "drawn") => Totals;
  timeLabels(states: States, words: Words, cell: number): TimeLabel[];
  turnMarks(turns: { day: number[]; areas: number[] }, cell: number): TurnMarks;
  Ribbon: new (frame: GeoFrame, page: Document) => Ribbon;
  Labels: new (view: GeoView) => Labels;
  Events: new (view: GeoView) => GeoView["events"];
  BareMarks: new (view: GeoView) => GeoView["bareMarks"];
  graticule: { stepFor(degrees: number): number; between(from: number, to: number, step: number): number[] };
  leaving(size: { x: number; y: number }, to: { x: number; y: number }, inset: { x: number; y: number }): { x: number; y: number };
  Graticule: new (view: GeoView) => { draw(): void };
  Way: new (view: GeoView) => { draw(): void };
  Overlays: new (view: GeoView) => GeoView["overlays"];
  Furniture: new (view: GeoView) => GeoView["furniture"];
  Pointer: new (view: GeoView) => GeoView["pointer"];
  View: new (map: L.Map, frame: GeoFrame, options: { primary: boolean }) => GeoView;
  Comparison: new (frame: GeoFrame) => Comparison;
  Moves: new (frame: GeoFrame) => Moves;
  Layout: new (target: L.Map | HTMLElement, frame: GeoFrame) => Layout;
  Strip: new (frame: GeoFrame, root: HTMLElement) => Strip;
  Play: new (frame: GeoFrame, place: () => HTMLElement) => Play;
  Watch: new (frame: GeoFrame, page: Document) => Watch;
  Links: new (frame: GeoFrame, page: Document) => object;
  Copying: new (frame: GeoFrame, page: Document) => object;
  Pictures: new (frame: GeoFrame, page: Document) => object;
  Chosen: new (frame: GeoFrame, page: Document) => GeoFrame["chosen"];
  Explaining: new (page: Document) => object;
  Announcer: new (frame: GeoFrame) => { say(states: States): void };
  copy(page: Document, text: string, within?: Element): Promise<boolean>;
  onlyHere(location: Pick<Location, "protocol" | "hostname">, address?: string): boolean;
  Share: new (frame: GeoFrame, page: Document) => object;
  Keys: new (frame: GeoFrame, page: Document) => { open(): void };
  Story: new (frame: GeoFrame, page: Document) => object;
  FullScreen: new (frame: GeoFrame, page: Document) => GeoFrame["fullScreen"];
  showNarrator: (chosen: string, inputs: Iterable<HTMLInputElement | HTMLSelectElement>) => void;
  Telling: new (data: FileData, boxes: Boxes, choose: (view: Partial<FileChoices>) => void) => { say(now: FileChoices): void };
  addressOf(location: Location, config: Pick<FrameConfig, "address" | "watch">): string;
  Frame: new (target: L.Map | HTMLElement, config: FrameConfig, geometry: Geometry) => GeoFrame;
  frame: GeoFrame;
  address: Address;
  fileData(): FileData;
  start(target: L.Map | HTMLElement, config: StartConfig): Promise<GeoFrame>;
  show(message: StepMessage): Promise<void> | undefined;
}

/* ---- the one-file map: made by geo.export.onefile.data ---- */

interface FileChoices {
  /** Place in `days`. */
  day: number;
  area: string | null;
  narrator: string;
  /** ISO day; null = everything known. */
  known: string | null;
  /** null = one map. */
  compare: SecondMap | null;
  lang: string;
}

/** How a second map differs: its narrator, its day, or its day of knowledge ("all" = everything known). */
interface SecondMap {
  kind: string;
  value: string;
}

/** Made by geo.export.onefile.pairs: what is said of two maps, as HTML with places. */
interface PairWords {
  /** Narrators in the order in which a second map starts with them. */
  first: string[];
  lists: string;
  tellers: Record<string, string>;
  /** By a look's signature: without and with how surely. */
  states: Record<string, string[]>;
  apart: string;
  same: string;
  most: number;
}

interface Pairs {
  start(kind: string, now: FileChoices): SecondMap;
  together(now: FileChoices): Shown[];
  message(now: FileChoices): StepMessage;
  lists(both: Shown[], kind: string): string;
  partings(both: Shown[], kind: string): string;
}

/** What one of two maps shows, and who tells it. */
interface Shown {
  shown: FileChoices;
  account: FileAccount;
}

/** An account's spans by number, `panels` one per area; `clock` is a page. */
interface FileAccount {
  key: string;
  panels: number[];
  lists: number;
  notes: number;
  /** The span of the names of areas that changed. */
  turned: number;
  changes: number;
  clock: number;
  /** The page of the key events. */
  events: number;
  /** The span of the sentence of the day. */
  lead: number;
}

interface FileData extends PageTable {
  config: StartConfig;
  days: { iso: string; long: string; plain: string; full: string; short: string }[];
  /** For each day the state of knowledge that it had; `all` is the place of "everything known". */
  known: number[];
  all: number;
  areas: { id: string; name: string }[];
  narrators: Record<string, string>;
  tex: Record<string, string>;
  usual: FileChoices;
  told: Record<string, FileAccount[]>;
  cite: Record<string, string>;
  search: Searched;
  /** Each step of the story: its HTML, and the choices of its view. */
  story: { html: string; view: FileChoices }[];
  words: Record<string, Saying>;
  pairs: PairWords;
  /** The first is that of the file as it stands. */
  languages: string[];
}

interface Boxes {
  fill(box: HTMLElement, made: string): void;
  date(box: HTMLElement, made: string, days: { day: string; known: string }): void;
}

interface FilePages extends Pages {
  turn(account: FileAccount, day: number, way: number): number;
  html(page: number, account: FileAccount, day: number): string;
  look(account: FileAccount, area: number, day: number): Look;
  account(shown: { narrator: string; known: string | null }): FileAccount;
}

interface Address {
  read(hash: string, data: FileData): { choices: FileChoices; ignored: { name: string; value: string }[] };
  write(choices: FileChoices, data: FileData): string;
}

/* ---- private fields of Leaflet, used in leaflet_private.js alone ---- */

type PrivatePolygon = L.Polygon & { _path: SVGElement; _parts: L.Point[][]; gpParts?: L.Point[][]; gpPath?: Path2D };
type PrivateCanvas = L.Canvas & { options: { weight?: () => number }; _ctx: CanvasRenderingContext2D; _drawing: boolean };
type PrivateMap = L.Map & { _zoomAnimated: boolean; _size: L.Point };

/** The library of Streamlit's components, as far as the script uses it. */
interface StreamlitLibrary {
  setFrameHeight(height?: number): void;
  setComponentValue(value: unknown): void;
  events: EventTarget;
}

interface Window {
  Streamlit?: StreamlitLibrary;
  geoPaint: GeoPaint;
}
declare namespace Intl {
  interface Locale {
    getTextInfo?(): { direction?: string };
    textInfo?: { direction?: string };
  }
}
