import { html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { type Grounds, guidelines } from '../client/api.js';
import { Problem } from '../client/problem.js';
import type { Rule } from '../client/types.js';
import { words } from '../words.js';
import { HavenElement } from './element.js';
import { choiceField, textField } from './fields.js';
import { problemBox } from './problem-box.js';

type Act = (grounds: Grounds) => Promise<unknown>;

/** Where a moderator says under which rule and why: nothing is removed without both. */
@customElement('haven-grounds')
export class GroundsDialog extends HavenElement {
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private rules: Rule[] = [];
  @state() private rule = '';
  @state() private reason = '';
  @state() private restoring = false;
  @state() private problem: Problem | undefined;
  private act: Act = async () => undefined;

  async forRemoval(act: Act): Promise<void> {
    this.open(false, act);
    try {
      this.rules = (await guidelines.read()).rules;
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  }

  forRestoration(act: (reason: string) => Promise<unknown>): void {
    this.open(true, ({ reason }) => act(reason));
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog" aria-labelledby="grounds-title">
      <h2 id="grounds-title">${this.restoring ? words.grounds.restoreTitle : words.grounds.removeTitle}</h2>
      <p>${this.restoring ? words.grounds.restoreLead : words.grounds.removeLead}</p>
      <form novalidate @submit=${this.submit}>
        ${problemBox(this.problem)} ${this.restoring ? '' : this.ruleField()}
        ${textField({
          name: 'grounds-reason',
          label: words.grounds.reason,
          hint: words.grounds.reasonHint,
          rows: 4,
          value: this.reason,
          error: this.problem?.field('reason'),
          change: (value) => (this.reason = value),
        })}
        <div class="actions">
          <button class="button strong-button">${this.restoring ? words.grounds.restore : words.grounds.remove}</button>
          <button type="button" class="button" @click=${() => this.dialog.close()}>${words.site.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  private ruleField(): TemplateResult {
    return choiceField({
      name: 'grounds-rule',
      label: words.grounds.rule,
      value: this.rule,
      error: this.problem?.field('rule'),
      options: [['', words.grounds.ruleChoose], ...this.rules.map(({ id, title }) => [id, `${id}. ${title}`] as const)],
      change: (value) => (this.rule = value),
    });
  }

  private open(restoring: boolean, act: Act): void {
    this.restoring = restoring;
    this.act = act;
    this.rule = '';
    this.reason = '';
    this.problem = undefined;
    this.dialog.showModal();
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.problem = undefined;
    try {
      await this.act({ rule: this.rule, reason: this.reason });
      this.dialog.close();
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  };
}
