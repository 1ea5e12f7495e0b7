// Everything that is shown about a draft, kept in step with it and in its place.

import { Card } from './card.js';
import { Chip } from './chip.js';
import { Dock } from './dock.js';
import { Panel } from './panel.js';
import { standing } from './standing.js';
import { Underlines } from './underlines.js';

/** @import {Box, Field, Mark, Trap} from './types.js' */
/** @import {Resolved} from './options.js' */
/** @import {Texts} from './i18n.js' */
/** @import {Doings} from './finding-view.js' */
/** @import {Drafting} from './drafting.js' */
/** @import {Shell} from './shell.js' */

/**
 * @typedef {Doings & {
 *   useAll: (text: string) => void,
 *   insert: (reply: string) => void,
 *   missed: (note: string) => Promise<string>,
 *   leave: () => void,
 * }} AllDoings what the buttons do
 */

/** A pause in typing, after which a screen reader is told. */
const SAY_MS = 700;

export class View {
  #shell;
  #field;
  #draft;
  #text;
  #able;
  #underlines;
  #chip;
  #held = false;
  #saying = 0;
  #said = '';

  /**
   * @param {object} parts
   * @param {Shell} parts.shell
   * @param {Field} parts.field
   * @param {Drafting} parts.draft
   * @param {Texts} parts.text
   * @param {Resolved} parts.options
   * @param {() => boolean} parts.able whether anything is found offline
   * @param {AllDoings} parts.doings
   */
  constructor({ shell, field, draft, text, options, able, doings }) {
    this.#shell = shell;
    this.#field = field;
    this.#draft = draft;
    this.#text = text;
    this.#able = able;
    const { root } = shell;
    const frame = () => this.#frame();
    this.#underlines = new Underlines(root);
    this.#chip = new Chip(root, () => this.list());
    this.dock = new Dock(root, text, frame, doings.insert);
    this.card = new Card(root, text, doings);
    this.panel = new Panel(root, text, options.policy, frame, doings);
  }

  /** Whether there is anything that has to move along with the field. */
  get any() {
    return this.#underlines.any || this.card.open || this.panel.open || this.dock.open;
  }

  /** The draft, or what is known of it, is another than before. */
  changed() {
    if (this.panel.open && this.panel.about !== this.#draft.text) {
      this.panel.close();
    }
    this.card.keep(this.#draft.marks);
    this.draw();
    this.stand();
    clearTimeout(this.#saying);
    this.#saying = Number(setTimeout(() => this.#announce(), SAY_MS));
  }

  /** Puts everything where it belongs now. */
  draw() {
    const { text, marks } = this.#draft;
    this.#underlines.draw(this.#field, text === this.#field.text ? marks : []);
    this.#chip.place(this.#field.frame);
    this.dock.place(this.panel.open || this.card.open);
    this.card.place();
    this.panel.place();
  }

  /** Tells how the draft and the service stand. */
  stand() {
    const { look, label, title, note } = this.#standing;
    this.#chip.show(look, label, [title, note].filter(Boolean).join(' '));
    this.#chip.place(this.#field.frame);
  }

  /** @param {boolean} held whether a message waits for its check */
  hold(held) {
    this.#held = held;
    this.stand();
  }

  /** @param {Trap[]} traps */
  traps(traps) {
    const [fresh] = this.dock.show(traps);
    if (fresh !== undefined) {
      this.#shell.say(this.#text.trapFound(fresh.title));
    }
  }

  /** The pointer is at this point of the field. @param {number} x @param {number} y @param {boolean} pressed */
  point(x, y, pressed) {
    const [mark] = this.#underlines.at(x, y);
    if (mark === undefined) {
      this.card.away();
    } else if (pressed) {
      this.explain(mark, false);
    } else {
      this.card.hover(mark, () => this.#underlines.boxOf(mark.id), this.#draft.conversation);
    }
  }

  /** @param {Mark} mark @param {boolean} focus whether the keyboard goes there too */
  explain(mark, focus) {
    this.card.show(mark, () => this.#underlines.boxOf(mark.id), this.#draft.conversation, focus);
  }

  /** Lists everything found. */
  list() {
    const { marks, report, book, conversation } = this.#draft;
    const { title, note } = this.#standing;
    const rewritten = marks.length > 0 ? report?.rewritten : undefined;
    const full = [note, book && this.#text.book(book)].filter(Boolean).join(' ');
    this.card.list({ title, note: full, marks, rewritten }, () => this.#chip.box, conversation);
  }

  close() {
    clearTimeout(this.#saying);
    this.panel.close();
    this.card.close();
    this.dock.close();
  }

  get #standing() {
    return standing(this.#text, this.#draft, this.#held, this.#able());
  }

  /** @returns {Box|null} where the field can be seen */
  #frame() {
    const { frame } = this.#field;
    return frame.width > 0 && frame.height > 0 ? frame : null;
  }

  #announce() {
    const { marks } = this.#draft;
    const words = marks.length > 0 ? this.#text.found(marks[0].title, marks.length) : this.#said === '' ? '' : this.#text.clean;
    if (words !== this.#said && words !== '') {
      this.#shell.say(words);
    }
    this.#said = marks.length > 0 ? words : '';
  }
}
