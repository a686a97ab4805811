import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../client/problem.js';
import { words } from '../words.js';
import { HavenElement } from './element.js';
import { problemBox } from './problem-box.js';

/** Five of 2,048 words are 55 random bits: with what each guess costs, nobody gets through them. */
const COUNT = 5;

let list: Promise<readonly string[]> | undefined;

/** Makes a passphrase that is easy to remember. The words are drawn on this device, and go nowhere unless they are used. */
@customElement('haven-passphrase')
export class Passphrase extends HavenElement {
  /** The fewest characters of a password here: longer ones have more words. */
  @property({ type: Number }) minimum = 0;
  @property({ attribute: false }) use: (phrase: string) => void = () => undefined;
  @state() private phrase = '';
  @state() private problem: Problem | undefined;

  protected override render(): TemplateResult {
    return html`<div class="passphrase">
      ${this.phrase === '' ? nothing : html`<p class="hint">${words.passphrase.lead}</p>`}
      <p role="status">${this.phrase === '' ? nothing : html`<strong class="phrase">${this.phrase}</strong>`}</p>
      ${problemBox(this.problem)}
      <p class="actions">
        <button type="button" class="button" @click=${this.make}>
          ${this.phrase === '' ? words.passphrase.make : words.passphrase.another}
        </button>
        ${this.phrase === ''
          ? nothing
          : html`<button type="button" class="button" @click=${this.take}>${words.passphrase.use}</button>`}
      </p>
    </div>`;
  }

  private readonly make = async (): Promise<void> => {
    this.problem = undefined;
    try {
      const all = await allWords();
      this.phrase = drawn(all, this.minimum);
    } catch {
      this.problem = Problem.unreachable();
    }
  };

  private readonly take = (): void => {
    this.use(this.phrase);
    this.phrase = '';
  };
}

/** Fetched when somebody first wants a passphrase. */
function allWords(): Promise<readonly string[]> {
  list ??= import('../words/passphrase.json').then(
    (file) => file.default.words.flatMap((line) => line.split(' ')),
    (failure: unknown) => {
      list = undefined;
      throw failure;
    },
  );
  return list;
}

function drawn(all: readonly string[], minimum: number): string {
  const phrase: string[] = [];
  while (phrase.length < COUNT || phrase.join(' ').length < minimum) {
    phrase.push(all[below(all.length)] ?? '');
  }
  return phrase.join(' ');
}

/** A random number below a bound, each as likely as any other: what lies beyond the last full round is thrown again. */
function below(bound: number): number {
  const range = 2 ** 32;
  const [thrown = 0] = crypto.getRandomValues(new Uint32Array(1));
  return thrown < range - (range % bound) ? thrown % bound : below(bound);
}
