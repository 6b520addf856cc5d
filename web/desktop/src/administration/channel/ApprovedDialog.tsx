import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Problem, send } from '../../api/http.ts'
import type { ApprovedTemplate, Id } from '../../api/types.ts'
import { explain, explainFault } from '../../i18n/problems.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { LEFT_TO_RIGHT, written } from '../../i18n/written.ts'
import { useClose } from '../../shell/useClose.ts'
import { useCommand } from '../../shell/useCommand.ts'
import { MOST_APPROVED, tagOf } from '../../writing/approved.ts'
import { Choose, Pair } from '../fields.tsx'
import { useLanguageName } from '../../i18n/languageName.ts'
import { useByName } from '../names.ts'
import { useReadAgain } from '../queries.ts'

interface Props {
  readonly account: Id
  /// Null: a new one.
  readonly template: ApprovedTemplate | null
  /// In the provider's spelling.
  readonly languages: readonly string[]
  readonly onClose: () => void
}

const MOST_LINE = 60
const MOST_NAME = 512
const EXAMPLE = '{{1}}, {{2}}'

/// Enters a template as the provider has approved it. Name and language say which one it is, and stay.
export function ApprovedDialog({ account, template, languages, onClose }: Props) {
  const t = useT()
  const close = useClose()
  const readAgain = useReadAgain()
  const byName = useByName()
  const languageName = useLanguageName()
  const [wish, setWish] = useState(() => ({
    name: template?.name ?? '',
    language: template?.language ?? 'ar',
    header: template?.header ?? '',
    body: template?.body ?? '',
    footer: template?.footer ?? '',
  }))
  const [problem, setProblem] = useState<string | null>(null)
  const set = (changed: Partial<typeof wish>) => setWish((before) => ({ ...before, ...changed }))
  const { run, busy } = useCommand(
    async () => {
      await send('PUT', '/api/channel-accounts/{account}/templates', { path: { account }, body: wish })
      await readAgain()
      onClose()
    },
    (error) => {
      const about = error instanceof Problem ? error.more['about'] : undefined
      setProblem(error instanceof Problem && typeof about === 'string' ? explainFault(error.code, about, t) : explain(error, t))
    },
  )
  return (
    <Modal opened onClose={onClose} size="lg" title={<Say k="approved.addTitle" />} closeButtonProps={close} data-testid="approved-dialog">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          setProblem(null)
          void run()
        }}
      >
        <Pair>
          <TextInput
            label={<Say k="admin.name" />}
            description={<Say k="approved.nameHint" />}
            value={wish.name}
            disabled={template !== null}
            maxLength={MOST_NAME}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="none"
            data-autofocus={template === null || undefined}
            data-testid="approved-dialog-name"
            {...LEFT_TO_RIGHT}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Choose
            label={<Say k="admin.language" />}
            description={<Ltr>{wish.language}</Ltr>}
            value={wish.language}
            disabled={template !== null}
            searchable
            data={byName(languages, (one) => languageName(tagOf(one))).map((one) => ({ value: one, label: languageName(tagOf(one)) }))}
            data-testid="approved-dialog-language"
            onChange={(language) => language !== null && set({ language })}
          />
        </Pair>
        <TextInput
          label={<Say k="approved.header" />}
          value={wish.header}
          maxLength={MOST_LINE}
          {...written(wish.header)}
          onChange={(event) => set({ header: event.currentTarget.value })}
        />
        <Textarea
          label={<Say k="approved.body" />}
          description={<Say k="approved.bodyHint" values={{ example: <Ltr key="e">{EXAMPLE}</Ltr> }} />}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={MOST_APPROVED}
          value={wish.body}
          data-autofocus={template !== null || undefined}
          data-testid="approved-dialog-body"
          {...written(wish.body)}
          onChange={(event) => set({ body: event.currentTarget.value })}
        />
        <TextInput
          label={<Say k="approved.footer" />}
          value={wish.footer}
          maxLength={MOST_LINE}
          {...written(wish.footer)}
          onChange={(event) => set({ footer: event.currentTarget.value })}
        />
        {problem !== null && (
          <p className="admin-error" role="alert" data-testid="approved-dialog-problem">
            {problem}
          </p>
        )}
        <div className="row form-end">
          <Button onClick={onClose}>
            <Say k="common.cancel" />
          </Button>
          <Button type="submit" variant="filled" loading={busy} data-testid="approved-dialog-save">
            <Say k="approved.save" />
          </Button>
        </div>
      </form>
    </Modal>
  )
}
