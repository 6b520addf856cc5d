import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useLanguageName } from '../../i18n/languageName.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { wholeNumber } from '../checks.ts'
import { Choose, ltrOnceWritten } from '../fields.tsx'
import type { ServiceChoices } from './queries.ts'
import type { SkillDraft } from './settings.ts'

interface Props {
  readonly known: ServiceChoices['skills']
  readonly needed: readonly SkillDraft[]
  readonly error: string | undefined
  readonly onChange: (needed: readonly SkillDraft[]) => void
}

/// What agents need beside serving: each skill at a level.
export function NeededSkills({ known, needed, error, onChange }: Props) {
  const t = useT()
  const languageName = useLanguageName()
  const put = (at: number, change: Partial<SkillDraft>) => onChange(needed.map((one, index) => (index === at ? { ...one, ...change } : one)))
  const free = known.filter((one) => needed.every((each) => each.skill !== one.id))
  const called = (one: ServiceChoices['skills'][number]) => (one.code === null ? one.name : languageName(one.code))
  const [next] = free
  return (
    <div className="service-skills" data-testid="service-skills" aria-invalid={error !== undefined}>
      <div className="label-like">
        <Say k="services.skills" />
      </div>
      {needed.length === 0 && (
        <p className="hint">
          <Say k={known.length === 0 ? 'services.noSkillsYet' : 'services.noSkills'} />
        </p>
      )}
      {needed.map((one, at) => (
        <div className="row" key={one.skill}>
          <Choose
            className="grow"
            aria-label={t('services.skill')}
            value={one.skill}
            data={known.filter((each) => each.id === one.skill || free.includes(each)).map((each) => ({ value: each.id, label: called(each) }))}
            onChange={(skill) => skill !== null && put(at, { skill })}
          />
          <span className="meta muted" aria-hidden>
            <Say k="services.atLeast" />
          </span>
          <TextInput
            className="service-level"
            aria-label={t('services.skillLevel')}
            value={one.level}
            error={error !== undefined && wholeNumber(one.level, 1, 100) === null}
            inputMode="numeric"
            maxLength={3}
            {...ltrOnceWritten(one.level)}
            data-testid="service-skill-level"
            onChange={(event) => put(at, { level: event.currentTarget.value })}
          />
          <button
            type="button"
            className="ib"
            aria-label={t('services.removeSkill')}
            title={t('services.removeSkill')}
            onClick={() => onChange(needed.filter((_, index) => index !== at))}
          >
            <IconX size={14} aria-hidden />
          </button>
        </div>
      ))}
      {next !== undefined && (
        <Button
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          data-testid="service-skill-add"
          onClick={() => onChange([...needed, { skill: next.id, level: '50' }])}
        >
          <Say k="services.addSkill" />
        </Button>
      )}
      {error !== undefined && <p className="meta admin-error">{error}</p>}
    </div>
  )
}
