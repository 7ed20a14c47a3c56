/**
 * A scenario to begin with: one of everything, in an order that works.
 * @param slug the folder's name
 * @param date of today, as ISO date
 */
export function template(slug: string, date: string): string {
	const title = slug.replace(/-+/g, ' ').replace(/(^|\s)\p{L}/gu, (first) => first.toUpperCase());
	return `---
title: ${title}
summary: One sentence that says what the case is about.
aims:
  - To choose the fitting channel for each item of information
authors: [Your name or academy]
date: ${date}
edition: 0.1.0
language: en
countries: { A: KE, B: SO }
parts: [spokesperson, note-taker]
sides: []
fiction: All persons, places and events are invented.
licence: CC-BY-4.0
labels: []
---

# Situation

What everyone reads first: what happened, in {A} and in {B}, and what is known today.

# Agenda

| Minutes | Step |
| --- | --- |
| 10 | Talk: the situation |
| 40 | Exercise: The investigation |
| 15 | Presentations (may be dropped) |
| 20 | Exercise: Priorities |
| 10 | Debrief |

# Exercise: The investigation {#investigation}

- alone first: 5 minutes

What the teams are asked to do.

## Need: Call records {#call-records}

- held in: {B}
- held by: mobile operator
- needed within: 48 hours
- use: evidence

Why the investigation needs it.

### Expert

What an expert would do, and why. A list of tools may stand directly under the heading.

### Facilitator

Say: "Which of your tools works today, and which one works in court?"

## Inject: New information {#new-information}

- at: 20 minutes
- to: all

What becomes known during the exercise.

## Question: Who signs the request? {#signs}

- after: new-information
- answer: one, with reason

- [ ] The police {#police}
- [x] The central authority {#central-authority}

### Answer

Opened after the teams have answered.

# Exercise: Priorities {#priorities}

- recommendations: yes

Write what should change, for each of the four horizons.

# Debrief

What the case was meant to show.

# Facilitator

What to prepare, and what to say.
`;
}
