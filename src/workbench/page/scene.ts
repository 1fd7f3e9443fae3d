import {
  BaseObject,
  CURSOR_TYPE,
  DRAWING_OBJECT_LAYER_INDEX,
  IRenderManagerService,
} from "@univerjs/engine-render";
import type { UniverRenderingContext } from "@univerjs/engine-render";
import { SetWorksheetActiveOperation } from "@univerjs/sheets";
import { SetZoomRatioOperation } from "@univerjs/sheets-ui";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { StateChange, WorkbookState } from "../state";
import type { Grid } from "./grid";

/** A box in pixels at 100 % zoom, from the corner of cell A1. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Paints a box from 0, 0. */
export type Paint = (context: CanvasRenderingContext2D) => void;

/**
 * Something painted over the cells. It is part of the grid's scene, so that it scrolls, zooms and is clipped by
 * frozen panes.
 */
class Float extends BaseObject {
  paint: Paint = () => undefined;
  press: (() => void) | undefined;

  constructor(key: string) {
    super(key);
    this.onPointerDown$.subscribeEvent((_event, state) => {
      if (!this.press) return;
      state.stopPropagation();
      this.press();
    });
  }

  override render(context: UniverRenderingContext): this {
    const [a, b, c, d, e, f] = this.transform.getMatrix() as [number, number, number, number, number, number];
    context.save();
    context.transform(a, b, c, d, e, f);
    this.paint(context as unknown as CanvasRenderingContext2D);
    context.restore();
    this.makeDirty(false);
    return this;
  }
}

/** The floating objects of the active sheet. */
export class Floats {
  private readonly floats = new Map<string, Float>();

  constructor(private readonly grid: Grid) {}

  /** The boxes by key, for tests. */
  get boxes(): ReadonlyMap<string, Box> {
    return this.floats;
  }

  /** Shows exactly these and removes all others. Does nothing before the grid is drawn. */
  show(sheet: FWorksheet, wanted: ReadonlyMap<string, { box: Box; paint: Paint; press?: () => void }>): void {
    const skeleton = sheet.getSkeleton();
    const unit = sheet.getWorkbook().getUnitId();
    const scene = this.grid.univer.__getInjector().get(IRenderManagerService).getRenderById(unit)?.scene;
    if (!skeleton || !scene) return;
    for (const [key, float] of this.floats) {
      if (wanted.has(key)) continue;
      float.dispose();
      this.floats.delete(key);
    }
    for (const [key, { box, paint, press }] of wanted) {
      let float = this.floats.get(key);
      if (!float) {
        float = new Float(key);
        this.floats.set(key, float);
        scene.addObject(float, DRAWING_OBJECT_LAYER_INDEX);
      }
      float.paint = paint;
      float.press = press;
      if (press) float.cursor = CURSOR_TYPE.POINTER;
      float.transformByState({
        ...box,
        left: box.left + skeleton.rowHeaderWidth,
        top: box.top + skeleton.columnHeaderHeight,
      });
      float.makeForceDirty(true);
    }
  }
}

/**
 * Calls `update` with the active sheet at the start, after each change of state that `concerns` accepts, after
 * changes of cells, sizes or zoom, and when another sheet is shown; at most once a frame.
 */
export function onSheetChange(
  { univerAPI }: Grid,
  state: WorkbookState,
  concerns: (change: StateChange) => boolean,
  update: (sheet: FWorksheet) => void,
): void {
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const sheet = univerAPI.getActiveWorkbook()?.getActiveSheet();
      if (sheet) update(sheet);
    });
  };
  state.subscribe((change) => {
    if (concerns(change)) soon();
  });
  univerAPI.addEvent(univerAPI.Event.CommandExecuted, ({ id }) => {
    if (
      id.startsWith("sheet.mutation.") ||
      id === SetWorksheetActiveOperation.id ||
      id === SetZoomRatioOperation.id
    ) {
      soon();
    }
  });
  soon();
}
