/** Where an address stands; shared by the checks, and no check itself. */

/**
 * The host of a web address, in small letters.
 * @returns "" for what is no web address
 */
export function hostOf(url: string): string {
  return /^https?:\/\/([^/?#:@]+)(?:[/?#:]|$)/i.exec(url)?.[1]?.toLowerCase() ?? "";
}

/** Whether a host is one of some, or a part of one: en.people.cn is of people.cn, notpeople.cn is not. */
export function isOf(host: string, hosts: readonly string[]): boolean {
  return hosts.some((one) => host === one || host.endsWith(`.${one}`));
}
