/** A study small enough to read in a minute, and complete: two prompts, two models, a rubric from a template. */
export const exampleBundle = [
  {
    part: 'study',
    name: 'study.yaml',
    type: 'text/yaml',
    text: `name: A first study
slug: first-study
languages: [en]
rubric: template:five-level-quality
protocol:
  method: absolute
  presentation: sheet
  ratings_per_task: 3
`,
  },
  {
    part: 'prompts',
    name: 'prompts.jsonl',
    type: 'application/x-ndjson',
    text: `{"id": "p1", "turns": ["What do bees do in winter?"], "abilities": ["knowledge/nature"], "language": "en"}
{"id": "p2", "turns": ["Add 17 and 25.", "And double it?"], "abilities": ["reasoning/arithmetic"], "language": "en", "reference": "42, then 84."}
`,
  },
  {
    part: 'models',
    name: 'models.csv',
    type: 'text/csv',
    text: `id,name,organization
m-1,Model One,North Pier
m-2,Model Two,Lantern Lab
`,
  },
  {
    part: 'outputs',
    name: 'outputs.jsonl',
    type: 'application/x-ndjson',
    text: `{"prompt": "p1", "model": "m-1", "turns": ["They cluster around the queen and shiver to keep warm, living on stored honey."]}
{"prompt": "p1", "model": "m-2", "turns": ["They fly south with the birds."]}
{"prompt": "p2", "model": "m-1", "turns": ["42", "84"]}
{"prompt": "p2", "model": "m-2", "turns": ["The sum is 42.", "Twice that is 82."]}
`,
  },
] as const
