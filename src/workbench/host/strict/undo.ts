/**
 * Members of this host without undo support on the web or the desktop.
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

/** The add-in's open undo groups: the number of running `Excel.run` with `mergeUndoGroup`. */
export class UndoGroups {
  private count = 0;

  get isOpen(): boolean {
    return this.count > 0;
  }

  /** Runs `work` as a group. All other requests meanwhile count as part of it. */
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
 * Makes `Excel.run({ mergeUndoGroup: true }, …)` (ExcelApi 1.20) open a group, which the client on npm (up to 1.15)
 * does not.
 */
export function groupRuns(client: Runner, groups: UndoGroups): void {
  const run = client.run.bind(client);
  client.run = (...args) => {
    const [options] = args;
    const grouped =
      typeof options === "object" &&
      options !== null &&
      "mergeUndoGroup" in options &&
      options.mergeUndoGroup === true;
    return grouped ? groups.during(() => run(...args)) : run(...args);
  };
}
