/** The part of Office's theme that the pane uses; older hosts have none. */
export interface OfficeTheme {
  bodyBackgroundColor?: string;
  isDarkTheme?: boolean;
}

/**
 * Whether the pane should be dark: by Office's theme if there is one, else by the system's.
 * @param office its background is a colour such as "#262626"; anything else is ignored
 * @param systemDark whether the system prefers dark
 */
export function isDark(office: OfficeTheme | undefined, systemDark: boolean): boolean {
  if (office?.isDarkTheme !== undefined) return office.isDarkTheme;
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(office?.bodyBackgroundColor ?? "");
  if (!parts) return systemDark;
  const [red, green, blue] = [1, 2, 3].map((index) => parseInt(parts[index] ?? "", 16)) as [
    number,
    number,
    number,
  ];
  // Perceived brightness, ITU-R BT.601 weights.
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
