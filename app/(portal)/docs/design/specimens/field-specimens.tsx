"use client";

import { useState } from "react";
import { Section } from "#components/layout/section.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

const teams = [
  { value: "field", label: "Field service", hint: "Network Operations" },
  { value: "desk", label: "Service desk", hint: "Customer Service" },
  { value: "radio", label: "Radio planning", hint: "Network Operations" },
  { value: "payroll", label: "Payroll", hint: "People", disabled: true },
  { value: "paris", label: "Escritório de Évora", hint: "Sales" },
];

export function FieldSpecimens() {
  const [team, setTeam] = useState<string | null>("desk");
  const [shown, setShown] = useState(false);
  const errors = shown
    ? [
        {
          fieldId: "design-site",
          label: "Site",
          message: "Write it as three letters and two digits, such as BRG-07.",
        },
        { fieldId: "design-reason", label: "Reason", message: "Say in a few words why." },
      ]
    : [];
  const errorOf = (id: string) => errors.find((error) => error.fieldId === id)?.message;
  return (
    <Section
      title="Fields"
      actions={
        <Button onClick={() => setShown(!shown)}>{shown ? "Hide the errors" : "Show the errors"}</Button>
      }
    >
      <SearchInput
        aria-label="What do you need to get done?"
        placeholder="What do you need to get done?"
        size="large"
      />
      <FormErrorSummary errors={errors} />
      <div className="grid gap-6 md:grid-cols-2">
        <Field
          id="design-site"
          label="Site"
          hint="Three letters and two digits"
          required
          error={errorOf("design-site")}
        >
          {(control) => <Input {...control} defaultValue="BRG 7" />}
        </Field>
        <Field id="design-query" label="Query">
          {(control) => <Input {...control} mono defaultValue="type:tool.blocked outcome:refused" />}
        </Field>
        <Field id="design-priority" label="Priority">
          {(control) => (
            <Select {...control} defaultValue="normal">
              <option value="low">Low</option>
              <option value="normal">Normal</option>
              <option value="high">High</option>
            </Select>
          )}
        </Field>
        <Field id="design-team" label="Team" hint="Type to find it">
          {(control) => <Combobox {...control} options={teams} value={team} onValueChange={setTeam} />}
        </Field>
        <Field id="design-reason" label="Reason" error={errorOf("design-reason")}>
          {(control) => <Textarea {...control} placeholder="What the tool is needed for" />}
        </Field>
        <Field id="design-off" label="Not to be changed" hint="Disabled, then read-only">
          {(control) => (
            <span className="flex flex-col gap-2">
              <Input {...control} disabled defaultValue="Disabled" />
              <Input aria-label="Read-only" readOnly defaultValue="weft/tickets@1.4.1" mono />
            </span>
          )}
        </Field>
        <RadioGroup
          name="design-audience"
          legend="Audience"
          defaultValue="domain"
          options={[
            { value: "me", label: "Only me" },
            { value: "domain", label: "My domain", hint: "62 people in Customer Service" },
            { value: "all", label: "Everyone", disabled: true, hint: "Needs a review first" },
          ]}
        />
        <div className="flex flex-col gap-3">
          <Checkbox label="Works now" hint="18 of 24 tools" defaultChecked />
          <Checkbox label="I can use it" />
          <Checkbox label="Not to be changed" disabled defaultChecked />
          <Switch label="Rule is in force" hint="Takes effect for the next call" defaultChecked />
          <Switch label="Rule is off" />
        </div>
      </div>
    </Section>
  );
}
