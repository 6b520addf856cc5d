/// What is opened seldom, at a key or from a menu: loaded with the first of it, in one piece, because many small pieces
/// would cut the first load into small pieces, too.
export { FollowUpForm } from './followup/FollowUpForm.tsx'
export { Farewell } from './guest/Farewell.tsx'
export { Palette } from './keyboard/Palette.tsx'
export { ShortcutSheet } from './keyboard/ShortcutSheet.tsx'
export { PasswordDialog } from './session/PasswordDialog.tsx'
export { SessionsDialog } from './session/SessionsDialog.tsx'
export { SignatureDialog } from './session/SignatureDialog.tsx'
export { NextCallForm } from './preview/NextCallForm.tsx'
export { CorrectRecord } from './preview/CorrectRecord.tsx'
export { SettingsDialog } from './settings/SettingsDialog.tsx'
export { EmailReader } from './writing/EmailReader.tsx'
export { WriteDialog } from './writing/WriteDialog.tsx'
