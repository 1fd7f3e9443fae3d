/**
 * Members without undo support on the web or on the desktop, of those that this host answers.
 * @see https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities
 */
const withoutUndo: Readonly<Record<string, readonly string[]>> = {
  NamedItem: ["comment"],
  WorkbookProtection: ["protect", "unprotect"],
  Worksheet: ["copy", "delete", "name", "position", "visibility"],
  WorksheetProtection: ["protect", "unprotect"],
};

/** As "Class.member". */
export const membersWithoutUndo: readonly string[] = Object.entries(withoutUndo).flatMap(([type, members]) =>
  members.map((member) => `${type}.${member}`),
);

/** The undo groups that an add-in has open: how many `Excel.run` with `mergeUndoGroup` are at work. */
export class UndoGroups {
  private count = 0;

  get isOpen(): boolean {
    return this.count > 0;
  }

  /** Runs `work` as a group. Whatever else is asked of the workbook meanwhile counts as in the group. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.count++;
    try {
      return await work();
    } finally {
      this.count--;
    }
  }
}

/** The part of Microsoft's client whose runs are grouped. */
export interface Runner {
  run: (...given: unknown[]) => Promise<unknown>;
}

/**
 * Makes `Excel.run({ mergeUndoGroup: true }, …)` open a group: the client on npm ends at ExcelApi 1.15 and does not know the
 * option (ExcelApi 1.20).
 */
export function groupRuns(client: Runner, groups: UndoGroups): void {
  const run = client.run.bind(client);
  client.run = (...given) => {
    const [options] = given;
    const grouped =
      typeof options === "object" &&
      options !== null &&
      "mergeUndoGroup" in options &&
      options.mergeUndoGroup === true;
    return grouped ? groups.during(() => run(...given)) : run(...given);
  };
}
