import { generateRandomId } from "@univerjs/core";
import {
  IDefinedNamesService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from "@univerjs/engine-formula";
import type { IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from "@univerjs/sheets";
import type { NameState, WorkbookState } from "../../state";
import type { Book } from "./book";

/**
 * Defined names. Univer's formula engine owns them (formulas resolve through it, inserted rows move them); the state
 * mirrors them.
 */
export class DefinedNames {
  private readonly service: IDefinedNamesService;
  private readonly stop: () => void;

  constructor(
    private readonly book: Book,
    private readonly state: WorkbookState,
  ) {
    this.service = book.injector.get(IDefinedNamesService);
    this.mirror();
    const subscription = this.service.update$.subscribe(() => {
      this.mirror();
      state.changed({ kind: "names" });
    });
    this.stop = () => {
      subscription.unsubscribe();
    };
  }

  dispose(): void {
    this.stop();
  }

  /** Adds a name, or replaces the one with this id. */
  set(name: Omit<NameState, "id">, id: string = generateRandomId(10)): string {
    this.book.mutate(SetDefinedNameMutation.id, {
      id,
      name: name.name,
      formulaOrRefString: isReference(name.formula) ? name.formula.slice(1) : name.formula,
      comment: name.comment,
      hidden: !name.visible,
      localSheetId: name.sheetId ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
    });
    return id;
  }

  remove(id: string): void {
    const known = this.service.getValueById(this.book.unitId, id);
    if (known) this.book.mutate(RemoveDefinedNameMutation.id, { ...known });
  }

  private mirror(): void {
    const map = this.service.getDefinedNameMap(this.book.unitId) ?? {};
    this.state.data.names = Object.values(map).map(toState);
  }
}

/** A defined name of Univer in our form. */
function toState(name: IDefinedNamesServiceParam): NameState {
  const { formulaOrRefString: text, localSheetId } = name;
  return {
    id: name.id,
    name: name.name,
    sheetId:
      localSheetId === undefined || localSheetId === SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? null : localSheetId,
    formula: text.startsWith("=") ? text : `=${text}`,
    comment: name.comment ?? "",
    visible: name.hidden !== true,
  };
}

// Univer wants references without "=" and formulas with it.
const isReference = (formula: string): boolean => /^=[^(){}+*/&^<>"]*![^(){}+*/&^<>"]+$/.test(formula);
