/** What comes in a file of its own beside widget.js, when it is first wanted: files, the call beside the chat, and what can be done when a chat is over. */
import { createCallBar } from './view/call';
import { createRating } from './view/rating';
import { createTray } from './view/tray';
import { drawFiles } from './view/files';
import style from './view/more.css?inline';

export interface More {
  readonly createCallBar: typeof createCallBar;
  readonly createRating: typeof createRating;
  readonly createTray: typeof createTray;
  readonly drawFiles: typeof drawFiles;
  readonly style: string;
}

export const more: More = { createCallBar, createRating, createTray, drawFiles, style };
