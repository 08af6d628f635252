/* What Python tells the desk's script (geo/page/desk/told.py), and what its files know of each other. */

type DeskState = "proposed" | "look" | "accepted" | "refused";

/** Text of a paragraph: its first character in the article, the items it is in, those that end with it. */
interface DeskPiece {
  s: number;
  t: string;
  i: string[];
  e: string[];
}

interface DeskArticle {
  id: string;
  head: string;
  title: string;
  lang: string;
  dir: string;
  paragraphs: DeskPiece[][];
}

interface DeskItem {
  id: string;
  number: number;
  state: DeskState;
  name: string;
}

interface DeskField {
  name: string;
  key: string;
  kind: "closed" | "free";
  label: string;
  value: string;
  shown: string;
  reason: string;
  changed: boolean;
}

interface DeskCard {
  id: string;
  decision: string;
  look: string;
  quote: [string, string, string];
  text: string;
  around: string;
  fields: DeskField[];
  places: string[];
  problems: string[];
  whole: boolean;
  open: string;
  lesson: string;
  made: boolean;
  /** Whether accepting settles: nobody else codes the folder. */
  settles: boolean;
  lines: string[];
  before: string;
  after: string;
  map: string[];
  /** Drawing (SVG) and meaning of each sign of the two maps. */
  legend: [string, string][];
}

/** After each run; `n` = the number of the last message that was acted on. */
interface DeskTold {
  n: number;
  words: Record<string, string>;
  dir: string;
  said: string;
  failed: boolean;
  coder: string;
  article: DeskArticle;
  items: DeskItem[];
  current: string;
  count: string;
  counts: string;
  choices: Record<string, [string, string][]>;
  card: DeskCard | null;
}

/** What a key or click asks for; the number and the item are added when it is sent. */
interface DeskAct {
  act: string;
  key: string;
  item?: string;
  field?: string;
  value?: string;
  start?: number;
  end?: number;
  own?: boolean;
}

interface DeskComponent {
  data: DeskTold;
  parentElement: HTMLElement & { geoDesk?: DeskView };
  setTriggerValue(name: string, value: unknown): void;
}

/** One desk on the page: what it was told last, and its parts. */
interface DeskView {
  told: DeskTold;
  send(act: DeskAct): void;
  /** Say something that concerns the last key or click alone. */
  notice(text: string): void;
  readonly busy: boolean;
  root: HTMLElement;
  article: { show(told: DeskTold): void; node: HTMLElement };
  card: { show(told: DeskTold): void; node: HTMLElement; open(field: string, key: string): void; focus(): void };
  help: { toggle(): void; readonly letters: boolean; node: HTMLElement; readonly open: boolean };
  chooser: DeskChooser | null;
  /** Keys that were pressed while Python was busy. */
  waiting: DeskKey[];
  show(told: DeskTold): void;
  setSend(send: (value: unknown) => void): void;
  say(key: string, values?: Record<string, unknown>): string;
  close(): void;
}

/** A key, the item that was on the card, and when it was pressed (ms). */
interface DeskKey {
  key: string;
  item: string;
  at: number;
}

interface DeskChooser {
  node: HTMLElement;
  field: string;
  /** Do what a key does in the field. */
  press(key: string): void;
  close(): void;
}

interface GeoDesk {
  h<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes?: Record<string, unknown> | null,
    ...children: (Node | string | null | undefined | false)[]
  ): HTMLElementTagNameMap[K];
  key(name: string): HTMLElement;
  selection(article: HTMLElement): { start: number; end: number } | null;
  article(desk: DeskView): DeskView["article"];
  card(desk: DeskView): DeskView["card"];
  chooser(
    desk: DeskView,
    field: DeskField,
    choices: [string, string][],
    done: (value: string | null) => void,
  ): DeskChooser;
  narrowed(choices: [string, string][], typed: string): [string, string][];
  help(desk: DeskView): DeskView["help"];
  onKey(desk: DeskView, event: KeyboardEvent): void;
  replay(desk: DeskView): void;
  move(desk: DeskView, by: number, key: string): void;
  fromWords(desk: DeskView, key: string): void;
  mount(component: DeskComponent): () => void;
}

interface Window {
  geoDesk: GeoDesk;
}
