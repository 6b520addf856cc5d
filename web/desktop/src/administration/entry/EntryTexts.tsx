import { Textarea, TextInput } from '@mantine/core'
import { Say } from '../../i18n/Say.tsx'
import { useLanguageName } from '../../i18n/languageName.ts'
import { written } from '../../i18n/written.ts'
import type { Draft } from '../drafts.ts'
import { Group } from '../fields.tsx'
import { type EntryDraft, MOST_GREETING, MOST_TITLE } from './entry.ts'

const FIELDS = [
  { language: 'ar', title: 'titleAr', greeting: 'greetingAr', closed: 'closedAr' },
  { language: 'en', title: 'titleEn', greeting: 'greetingEn', closed: 'closedEn' },
] as const

/// What a chat says, in each language of the widget.
export function EntryTexts({ draft: { value, set } }: { readonly draft: Draft<EntryDraft> }) {
  const languageName = useLanguageName()
  return (
    <Group heading="admin.entry.texts" hint="admin.entry.textsHint">
      {FIELDS.map(({ language, title, greeting, closed }) => (
        <fieldset key={language} className="entry-texts">
          <legend>{languageName(language)}</legend>
          <TextInput
            label={<Say k="admin.entry.titleLabel" />}
            placeholder={value.name}
            value={value[title]}
            maxLength={MOST_TITLE}
            data-testid={`entry-title-${language}`}
            {...written(value[title])}
            onChange={(event) => set({ [title]: event.currentTarget.value })}
          />
          <Textarea
            label={<Say k="admin.entry.greeting" />}
            value={value[greeting]}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={MOST_GREETING}
            data-testid={`entry-greeting-${language}`}
            {...written(value[greeting])}
            onChange={(event) => set({ [greeting]: event.currentTarget.value })}
          />
          {value.away === 'MESSAGE' && (
            <Textarea
              label={<Say k="admin.entry.closed" />}
              value={value[closed]}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={MOST_GREETING}
              data-testid={`entry-closed-${language}`}
              {...written(value[closed])}
              onChange={(event) => set({ [closed]: event.currentTarget.value })}
            />
          )}
        </fieldset>
      ))}
    </Group>
  )
}
