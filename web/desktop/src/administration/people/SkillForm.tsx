import { TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { send } from '../../api/http.ts'
import type { Id, SkillDetail, UserView } from '../../api/types.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { forgetDraft, useDraft } from '../drafts.ts'
import { Group, ltrOnceWritten, Pair } from '../fields.tsx'
import { useByName } from '../names.ts'
import { useKept, useReadAgain } from '../queries.ts'
import { RemoveButton, useAgain } from '../RemoveButton.tsx'
import { Sheet } from '../Sheet.tsx'
import { LevelsField } from './LevelsField.tsx'
import { changeOfSkill, draftOfSkill, EMPTY_SKILL, newSkill, SKILL_FIELDS, type SkillDraft, wrongSkill } from './skill.ts'
import { KINDS } from './words.ts'

interface Props {
  /// Null while it is not there yet; then it becomes a language.
  readonly skill: SkillDetail | null
  readonly users: readonly UserView[]
  readonly onMade: (id: Id) => void
}

export function SkillForm({ skill, users, onMade }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const kept = useKept(onMade)
  const again = useAgain('skills')
  const byName = useByName()
  const form = `skills ${skill?.id ?? 'new'}`
  const ofService = skill?.kind === 'SERVICE'
  const draft = useDraft<SkillDraft>(form, skill === null ? EMPTY_SKILL : draftOfSkill(skill), {
    check: (one) => wrongSkill(one, skill === null),
    fields: SKILL_FIELDS,
    save: (one) => kept(
      skill === null
        ? send('POST', '/api/skills', { body: newSkill(one) })
        : send('PUT', '/api/skills/{skill}', { path: { skill: skill.id }, body: changeOfSkill(one, skill) }).then(() => null),
    ),
  })
  const { value, set, at } = draft
  return (
    <Sheet
      draft={draft}
      fresh={skill === null}
      title={skill === null ? <Say k="staff.newLanguage" /> : <bdi>{skill.name}</bdi>}
      subtitle={skill === null ? undefined : <Subtitle skill={skill} />}
      {...(skill === null ? { onDiscard: () => void navigate('/administration/skills') } : {})}
      actions={
        skill !== null &&
        !ofService && (
          <RemoveButton
            name={<bdi>{skill.name}</bdi>}
            consequence={<Say k="staff.removeSkill" />}
            remove={async () => {
              await send('DELETE', '/api/skills/{skill}', { path: { skill: skill.id } })
              forgetDraft(form)
              await readAgain()
            }}
            onRemoved={() => void navigate('/administration/skills')}
            again={again(skill.name, () => send('POST', '/api/skills', { body: newSkill(draftOfSkill(skill)) }))}
          />
        )
      }
    >
      {!ofService && (
        <Group heading="staff.kind.LANGUAGE" hint="staff.languageHint">
          <Pair>
            <TextInput
              label={<Say k="admin.name" />}
              value={value.name}
              error={at('name')}
              maxLength={200}
              data-testid="skill-name"
              {...written(value.name)}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            {skill === null && (
              <TextInput
                label={<Say k="staff.tag" />}
                value={value.code}
                error={at('code')}
                spellCheck={false}
                autoCapitalize="none"
                maxLength={35}
                data-testid="skill-code"
                {...ltrOnceWritten(value.code)}
                onChange={(event) => set({ code: event.currentTarget.value })}
              />
            )}
          </Pair>
        </Group>
      )}
      <Group heading="staff.whoHas" hint={ofService ? 'staff.whoHasService' : 'staff.whoHasLanguage'}>
        <LevelsField
          value={value.people}
          all={byName(users, (one) => one.name).map((one) => ({
            id: one.id,
            name: one.name,
            detail: one.disabled ? t('staff.disabled') : (one.team?.name ?? ''),
          }))}
          error={at('people')}
          add="staff.addPerson"
          none="staff.nobodyHas"
          testId="skill-people"
          onChange={(people) => set({ people })}
        />
      </Group>
    </Sheet>
  )
}

function Subtitle({ skill }: { readonly skill: SkillDetail }) {
  return (
    <>
      <Say k={KINDS[skill.kind]} />
      {skill.code !== null && (
        <>
          {' · '}
          <Ltr>{skill.code}</Ltr>
        </>
      )}
    </>
  )
}
