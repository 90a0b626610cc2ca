import { z } from 'zod'

const day = z.iso.date().nullable().default(null)

/** Works for an organization, from one day to another; an open end is null. */
export const affiliation = z
  .object({ organization: z.string().trim().min(1).max(200), since: day, until: day })
  .refine(({ since, until }) => !since || !until || since <= until, {
    message: 'the end is before the beginning',
    path: ['until'],
  })
export type AffiliationInput = z.infer<typeof affiliation>

const languages = z.array(z.string().transform(canonicalLanguage)).max(50).transform(unique)
const skills = z.array(z.string().trim().min(1).max(100)).max(50).transform(unique)

/** What a person says about oneself. No languages stands for all. */
export const profileInput = z.object({
  name: z.string().trim().min(1).max(200),
  languages,
  skills,
  affiliations: z.array(affiliation).max(50),
})
export type ProfileInput = z.infer<typeof profileInput>

/** What an admin says about a person who is invited. */
export const invitationInput = z.object({
  login: z.string().max(200),
  role: z.enum(['rater', 'inspector', 'admin']),
  name: z.string().trim().max(200).optional(),
  email: z.union([z.email().max(320), z.literal('')]).optional(),
  languages: languages.default([]),
  skills: skills.default([]),
  affiliations: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
})
export type InvitationInput = z.input<typeof invitationInput>

/** A language tag in its canonical spelling (`zh-cn` is `zh-CN`). */
function canonicalLanguage(text: string, context: z.RefinementCtx): string {
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim())
    if (tag) return tag
  } catch {
    // Not a tag: said below.
  }
  context.addIssue({ code: 'custom', message: `a language tag such as zh or en, not "${text}"` })
  return z.NEVER
}

function unique(words: string[]): string[] {
  return [...new Set(words)]
}
