/* What the script is given by Python (JSON), and names for its own classes. For the type check only. */

type LonLat = [number, number];
type Ring = LonLat[];
/** West, south, east, north. */
type Box = [number, number, number, number];

interface Named {
  name: string;
  names?: Record<string, string>;
}

interface Area extends Named {
  id: string;
  label: LonLat;
  rings: Ring[][];
}

interface Group extends Named {
  id: string;
  areas: string[];
  outline?: Ring[][];
}

interface Place extends Named {
  lon: number;
  lat: number;
  symbol: string;
}

interface Capital extends Named {
  lon: number;
  lat: number;
}

/** Made by geo.paint.geometry. */
interface Geometry {
  simplified: boolean;
  bounds: Box;
  focus: Box;
  view: Box | null;
  areas: Area[];
  groups: Group[];
  places?: Place[];
  river?: Ring[];
  country?: Ring[];
  capitals?: Capital[];
}

/** Made by geo.looks: how one kind of state is drawn and said. */
interface Look {
  status: string;
  fills: string[];
  colours: string[];
  strength: string;
  outline: string;
  marks: string[];
  word: string;
  sentence: string;
}

/** A key of the legend: a swatch, or a mark. */
interface LegendKey {
  text: string;
  mark?: string;
  colours?: string[];
  outline?: string;
}

/** Made by geo.paint.states. */
interface StatesJson {
  key: string;
  first: string;
  days: number;
  looks: Look[];
  changes: number[][];
  newest?: number[][];
  legend?: LegendKey[];
  about?: number[];
  published?: number[];
}

interface State {
  look: Look;
  /** In days; null when nobody says anything. */
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

/** Made by geo.paint.shapes: what Python draws too. */
interface Shapes {
  marks: Record<string, [number, number][][]>;
  mark_size: number;
  symbols: Record<string, [number, number][]>;
  radii: Record<string, number>;
  steps_km: number[];
}

/** What `Words` needs. */
interface Spoken {
  language?: string;
  words?: Record<string, Saying>;
  calendar?: Partial<Calendar>;
}

interface Choice {
  area: string | null;
  day: string;
  n: number;
}

/** Made by geo.paint.folium_map.script_config. */
interface Config extends Spoken {
  geometry: string | Geometry;
  direction?: string;
  shapes: Shapes;
  said?: string | Partial<Config>;
  styles?: string[];
  states?: Record<string, StatesJson>;
  renderer?: "svg" | "canvas";
  theme?: "light" | "dark";
  watch?: boolean;
  play?: boolean;
  strip?: boolean;
  onChoice?: (choice: Choice) => void;
  onDay?: (iso: string) => void;
}

/** Made by geo.paint.folium_map.step. */
interface Message {
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

/** Days painted ahead of the server: the reader's last move. */
interface Pending {
  day: string;
  nudged: boolean;
}

type Words = InstanceType<typeof gpWords.Words>;
type States = InstanceType<typeof gpStates.States>;
type Inks = InstanceType<typeof gpInks.Inks>;
type Labels = InstanceType<typeof gpLabels.Labels>;
type View = InstanceType<typeof gpView.View>;
type Strip = InstanceType<typeof gpStrip.Strip>;
type Play = InstanceType<typeof gpPlay.Play>;
type Watch = InstanceType<typeof gpWatch.Watch>;
type Room = InstanceType<typeof gpRoom.Room>;
type Moves = InstanceType<typeof gpMoves.Moves>;
type Frame = InstanceType<typeof gpFrame.Frame>;

/** What `Strip` uses of the frame. */
type StripFrame = Pick<Frame, "words" | "geometry" | "indexOf" | "inks"> & {
  choose(area: string | null, iso: string | null): void;
};

/** The library of Streamlit's components, as far as the script uses it. */
interface StreamlitLibrary {
  setFrameHeight(height?: number): void;
  setComponentValue(value: unknown): void;
  events: EventTarget;
}

interface Window {
  Streamlit?: StreamlitLibrary;
  geoPaint: typeof geoPaint;
}
