import { guarded } from './guard';
import { mount } from './mount';

/*
 * The script tag: <script src="https://…/widget.js" data-entry="workspace/entry" data-language="ar" async></script>
 * Whatever goes wrong here, the page around it goes on.
 */
const script = (document.currentScript ?? document.querySelector('script[data-entry]')) as HTMLScriptElement | null;
if (script) guarded(() => mount(script));
