import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { quietMutes } from '../../client/api.js';
import { Problem } from '../../client/problem.js';
import type { Muted } from '../../client/types.js';
import { HavenElement } from '../../ui/element.js';
import { problemBox } from '../../ui/problem-box.js';
import { fill, words } from '../../words.js';

/** Whom somebody has muted, and the way back. */
@customElement('haven-quiet-mutes')
export class QuietMutes extends HavenElement {
  @state() private people: Muted[] = [];
  @state() private ended = '';
  @state() private problem: Problem | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.doing(async () => undefined);
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="quiet-mutes-title">
      <h2 id="quiet-mutes-title" tabindex="-1">${words.quiet.listTitle}</h2>
      <p>${this.people.length === 0 ? words.quiet.none : words.quiet.listLead}</p>
      ${problemBox(this.problem)}
      ${this.people.length === 0
        ? nothing
        : html`<ul>
            ${this.people.map((person) => this.row(person))}
          </ul>`}
      <p role="status">${this.ended}</p>
    </section>`;
  }

  private row(person: Muted): TemplateResult {
    return html`<li>
      ${person.handle}
      <button
        type="button"
        class="button"
        aria-label=${fill(words.quiet.endNamed, { author: person.handle })}
        @click=${() => this.end(person)}
      >
        ${words.quiet.end}
      </button>
    </li>`;
  }

  // The button that was pressed is gone afterwards; whoever uses a keyboard goes on from the title.
  private async end(person: Muted): Promise<void> {
    await this.doing(() => quietMutes.end(person.id));
    if (this.problem === undefined) {
      this.ended = fill(words.quiet.ended, { author: person.handle });
      this.querySelector<HTMLElement>('h2')?.focus();
    }
  }

  private async doing(act: () => Promise<void>): Promise<void> {
    this.problem = undefined;
    try {
      await act();
      this.people = await quietMutes.list();
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  }
}
