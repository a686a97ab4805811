/**
 * What a person has written and not sent yet, kept for them over a reload or a lost connection.
 *
 * It lives in `sessionStorage`: for this tab only, gone when the tab closes, and cleared when the session ends. Messages that
 * were sent are never stored in the browser (ASVS 14.3.3), because the device may be shared with the person one writes about.
 * Losing half a page of hard-won words is the greater harm for what was not sent, and the tab's own life is the shortest
 * that prevents it.
 */
const PREFIX = 'haven.draft.';

class Drafts {
  get<T>(person: string, what: string): T | undefined {
    const stored = sessionStorage.getItem(PREFIX + person + '.' + what);
    return stored === null ? undefined : (JSON.parse(stored) as T);
  }

  keep(person: string, what: string, draft: unknown): void {
    try {
      sessionStorage.setItem(PREFIX + person + '.' + what, JSON.stringify(draft));
    } catch {
      // A full or forbidden storage must not get in the way of writing: the words are still on the page.
    }
  }

  drop(person: string, what: string): void {
    sessionStorage.removeItem(PREFIX + person + '.' + what);
  }

  clear(): void {
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => sessionStorage.removeItem(key));
  }
}

export const drafts = new Drafts();
