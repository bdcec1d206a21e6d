/** What no page of this app may do, whatever runs in it. */
import { app, type Session } from 'electron';
import { isAllowedNavigation, isAllowedRequest } from './navigation.ts';
import { isGranted } from './permissions.ts';

/** No permissions, no devices, no network. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isGranted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isGranted(permission));
  session.setDevicePermissionHandler(() => false);
  // Without a source to hand out, capturing the screen fails.
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // Even a spelling checker that is off fetches dictionaries from the network for the languages it is set to.
  if (process.platform !== 'darwin') session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  const allow = { devtools: !app.isPackaged };
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !isAllowedRequest(request.url, allow) }));
  session.on('will-download', (event) => event.preventDefault());
}

/** No page goes elsewhere, opens a window, or holds a guest: for every page of the app, from its making. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    const stayHere = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
      if (!isAllowedNavigation(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', stayHere);
    contents.on('will-frame-navigate', stayHere);
    contents.on('will-redirect', stayHere);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
