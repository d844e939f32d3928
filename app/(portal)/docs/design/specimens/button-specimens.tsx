"use client";

import { Ellipsis, Pencil, Play, Trash2 } from "lucide-react";
import { Section } from "#components/layout/section.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { Specimen } from "./specimen.tsx";

const press = () => showToast({ title: "Pressed" });

export function ButtonSpecimens() {
  return (
    <Section title="Buttons and links">
      <Specimen name="Variants">
        <Button variant="primary" onClick={press}>
          <Play />
          Try it
        </Button>
        <Button onClick={press}>Request access</Button>
        <Button variant="quiet" onClick={press}>
          <Pencil />
          Edit
        </Button>
        <Button variant="danger" onClick={press}>
          <Trash2 />
          Delete
        </Button>
      </Specimen>
      <Specimen name="Disabled and pending">
        <Button variant="primary" disabled>
          Try it
        </Button>
        <Button disabled>Request access</Button>
        <Button variant="primary" pending pendingLabel="Running">
          Run
        </Button>
        <Button pending pendingLabel="Saving">
          Save
        </Button>
      </Specimen>
      <Specimen name="Small, icon, link">
        <Button size="small" onClick={press}>
          Undo
        </Button>
        <IconButton label="More actions" onClick={press}>
          <Ellipsis />
        </IconButton>
        <IconButton label="Edit the name" variant="secondary" onClick={press}>
          <Pencil />
        </IconButton>
        <CopyButton text="req_0198f2c4" />
        <CopyButton text="req_0198f2c4" withWords label="Copy the prompt" />
        <LinkButton href="/docs/design">A link as a button</LinkButton>
        <TextLink href="/docs/design">A link in text</TextLink>
        <span className="flex gap-1">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </Specimen>
    </Section>
  );
}
