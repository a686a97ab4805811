import { Router } from '@vaadin/router';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { rooms, type RoomText } from '../client/api.js';
import type { Author, RoomOpening, RoomState, RoomVisibility } from '../client/types.js';
import { choiceField, textField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import '../ui/room-hosts.js';
import { words } from '../words.js';

const FRESH: RoomText = {
  name: '',
  purpose: '',
  topic: '',
  guidelines: '',
  visibility: 'open',
  capacity: 20,
  state: 'open',
  retentionDays: 90,
  opening: 'always',
};
const OPENINGS: readonly RoomOpening[] = ['always', 'sessions'];
const VISIBILITIES: readonly RoomVisibility[] = ['open', 'request', 'invitation'];
const STATES: readonly RoomState[] = ['open', 'paused', 'archived'];

@customElement('haven-room-form')
export class RoomForm extends Page {
  @state() private text: RoomText = FRESH;
  private version = 0;
  private hosts: Author[] = [];

  protected get heading(): string {
    return this.roomId === undefined ? words.roomForm.create : words.roomForm.edit;
  }

  protected override async load(): Promise<void> {
    if (this.roomId !== undefined) {
      const { version, hosts, topic, guidelines, ...room } = await rooms.get(this.roomId);
      const { name, purpose, visibility, capacity, state, retentionDays, opening } = room;
      this.version = version;
      this.hosts = hosts;
      this.text = {
        ...{ name, purpose, visibility, capacity, state, retentionDays, opening },
        ...{ topic: topic ?? '', guidelines: guidelines ?? '' },
      };
    }
  }

  protected content(): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.submit}>
      ${problemBox(this.problem)} ${this.words('name', words.roomForm.name)}
      ${this.words('purpose', words.roomForm.purpose, words.roomForm.purposeHint, 3)}
      ${this.words('topic', words.roomForm.topic, words.roomForm.topicHint, 2)}
      ${this.words('guidelines', words.roomForm.guidelines, words.roomForm.guidelinesHint, 4)}
      ${this.visibilityField()} ${this.number('capacity', words.roomForm.capacity)} ${this.number('retentionDays', words.roomForm.retention)}
      ${this.openingField()} ${this.roomId === undefined ? nothing : this.stateField()}
      <div class="actions"><button class="button strong-button">${words.roomForm.submit}</button></div>
    </form>
    ${this.roomId === undefined
      ? nothing
      : html`<haven-room-hosts .room=${this.roomId} .hosts=${this.hosts}></haven-room-hosts>`}`;
  }

  private words(name: 'name' | 'purpose' | 'topic' | 'guidelines', label: string, hint?: string, rows?: number): TemplateResult {
    return textField({
      name,
      label,
      hint,
      optional: name === 'topic' || name === 'guidelines',
      value: this.text[name],
      error: this.problem?.field(name),
      change: (value) => (this.text = { ...this.text, [name]: value }),
      ...(rows !== undefined && { rows }),
    });
  }

  private number(name: 'capacity' | 'retentionDays', label: string): TemplateResult {
    return textField({
      name,
      label,
      type: 'number',
      min: 1,
      value: String(this.text[name]),
      error: this.problem?.field(name),
      change: (value) => (this.text = { ...this.text, [name]: Number(value) }),
    });
  }

  private visibilityField(): TemplateResult {
    return choiceField({
      name: 'visibility',
      label: words.roomForm.visibility,
      hint: words.roomForm.visibilityHint,
      value: this.text.visibility,
      options: VISIBILITIES.map((visibility) => [visibility, words.roomForm.visibilities[visibility]] as const),
      change: (visibility) => (this.text = { ...this.text, visibility: visibility as RoomVisibility }),
    });
  }

  private stateField(): TemplateResult {
    return choiceField({
      name: 'state',
      label: words.roomForm.state,
      value: this.text.state,
      options: STATES.map((state) => [state, words.rooms.states[state]] as const),
      change: (state) => (this.text = { ...this.text, state: state as RoomState }),
    });
  }

  private openingField(): TemplateResult {
    return choiceField({
      name: 'opening',
      label: words.roomForm.opening,
      hint: words.roomForm.openingHint,
      value: this.text.opening,
      options: OPENINGS.map((opening) => [opening, words.roomForm.openings[opening]] as const),
      change: (opening) => (this.text = { ...this.text, opening: opening as RoomOpening }),
    });
  }

  private readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      const room = await this.save();
      Router.go(`/rooms/${room.id}`);
    });
  };

  private save(): Promise<{ id: string }> {
    const { state, ...fresh } = this.text;
    return this.roomId === undefined ? rooms.create(fresh) : rooms.edit(this.roomId, this.version, { ...fresh, state });
  }

  private get roomId(): string | undefined {
    return this.params['id'];
  }
}
