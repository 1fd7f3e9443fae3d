/** Hosts of addresses. Shared by the checks; no check itself. */

/**
 * The host of a web address, in lower case.
 * @returns "" for anything else
 */
export function hostOf(url: string): string {
  return /^https?:\/\/([^/?#:@]+)(?:[/?#:]|$)/i.exec(url)?.[1]?.toLowerCase() ?? "";
}

/** Whether a host is one of these or a subdomain of one: en.people.cn is of people.cn, notpeople.cn is not. */
export function isOf(host: string, hosts: readonly string[]): boolean {
  return hosts.some((known) => host === known || host.endsWith(`.${known}`));
}
