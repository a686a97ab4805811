import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { accounts } from '../client/api.js';
import type { Person, Role } from '../client/types.js';
import { choiceField, textField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { fill, words } from '../words.js';

const ROLES: readonly Role[] = ['member', 'moderator', 'admin'];

@customElement('haven-people')
export class People extends Page {
  @state() private handle = '';
  @state() private found: Person | undefined;
  @state() private chosen: Role = 'member';
  @state() private given = '';

  protected get heading(): string {
    return words.people.title;
  }

  protected content(): TemplateResult {
    return html`<p class="lead">${words.people.lead}</p>
      ${problemBox(this.problem)}
      <form class="form" role="search" novalidate @submit=${this.find}>
        ${textField({
          name: 'handle',
          label: words.people.handle,
          value: this.handle,
          error: this.problem?.field('handle'),
          change: (value) => (this.handle = value),
          after: html`<button class="button strong-button">${words.people.find}</button>`,
        })}
      </form>
      ${this.found === undefined ? nothing : this.roleForm(this.found)}
      <p role="status">${this.given}</p>`;
  }

  private roleForm(person: Person): TemplateResult {
    return html`<form class="form card" @submit=${this.give}>
      ${choiceField({
        name: 'role',
        label: fill(words.people.role, { handle: person.handle }),
        value: this.chosen,
        options: ROLES.map((role) => [role, words.people.roles[role]] as const),
        change: (role) => (this.chosen = role as Role),
      })}
      <div class="actions"><button class="button strong-button">${words.people.give}</button></div>
    </form>`;
  }

  private readonly find = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      this.given = '';
      this.found = undefined;
      this.found = await accounts.find(this.handle.trim());
      this.chosen = this.found.role;
    });
  };

  private readonly give = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      const person = this.found as Person;
      await accounts.giveRole(person.id, this.chosen);
      this.given = fill(words.people.given, { handle: person.handle, role: words.people.roles[this.chosen] });
    });
  };
}
