import type { NewSkill, SkillChange, SkillDetail } from '../../api/types.ts'
import { isName, wrongOf } from '../checks.ts'
import type { Wrong } from '../drafts.ts'
import { type LevelDraft, levelOf, levelsRight } from './levels.ts'

/// A skill as it is being written; `code` is the tag of a language.
export interface SkillDraft {
  readonly code: string
  readonly name: string
  readonly people: readonly LevelDraft[]
}

const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/

export const EMPTY_SKILL: SkillDraft = { code: '', name: '', people: [] }

export function draftOfSkill(skill: SkillDetail): SkillDraft {
  return { code: skill.code ?? '', name: skill.name, people: skill.people.map((one) => ({ id: one.user, level: String(one.level) })) }
}

export function wrongSkill(draft: SkillDraft, fresh: boolean): Wrong<SkillDraft> {
  return wrongOf<SkillDraft>({
    code: !fresh || TAG.test(draft.code.trim().toLowerCase()) ? null : 'problem.languageTag',
    name: isName(draft.name) ? null : 'admin.nameWrong',
    people: levelsRight(draft.people) ? null : 'staff.levelWrong',
  })
}

export function newSkill(draft: SkillDraft): NewSkill {
  return { code: draft.code, name: draft.name, people: people(draft) }
}

/// Only what is different from what is stored.
export function changeOfSkill(draft: SkillDraft, stored: SkillDetail): SkillChange {
  const before = draftOfSkill(stored)
  return {
    name: draft.name === before.name ? null : draft.name,
    people: JSON.stringify(draft.people) === JSON.stringify(before.people) ? null : people(draft),
  }
}

function people(draft: SkillDraft) {
  return draft.people.map((one) => ({ user: one.id, level: levelOf(one.level) ?? 0 }))
}

/// The field that a refusal of the server is about.
export const SKILL_FIELDS: Readonly<Record<string, keyof SkillDraft>> = {
  'language-tag-invalid': 'code',
  'language-taken': 'code',
  'name-invalid': 'name',
  'skill-taken': 'name',
  'user-unknown': 'people',
  'skill-level-invalid': 'people',
}
