/**
 * Speaks to screen readers, politely and briefly. What arrives within a moment is said as one sentence, so that a lively
 * room does not read itself out without end.
 */
class Announcer {
  private readonly region = document.createElement('div');
  private waiting: string[] = [];
  private timer = 0;

  constructor() {
    this.region.className = 'unseen';
    this.region.setAttribute('role', 'status');
    this.region.setAttribute('aria-live', 'polite');
    document.body.append(this.region);
  }

  say(sentence: string, many?: (count: number) => string): void {
    this.waiting.push(sentence);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.speak(many), 300);
  }

  private speak(many?: (count: number) => string): void {
    const sentences = this.waiting;
    this.waiting = [];
    this.region.textContent = many !== undefined && sentences.length > 3 ? many(sentences.length) : sentences.join(' ');
  }
}

export const announcer = new Announcer();
