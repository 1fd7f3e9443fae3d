// A pane as Microsoft's React template builds it: its packages, a heading, three features, a field and a button.

// Installed by the benchmark beside this file's copy, not by the project.
import { Button, Field, FluentProvider, Textarea, webLightTheme } from "@fluentui/react-components";
import { DesignIdeas24Regular, LockOpen24Regular, Ribbon24Regular } from "@fluentui/react-icons";
import { createRoot } from "react-dom/client";

const features = [
  { icon: <Ribbon24Regular />, text: "Achieve more with Office integration" },
  { icon: <LockOpen24Regular />, text: "Unlock features and functionality" },
  { icon: <DesignIdeas24Regular />, text: "Create and visualize like a pro" },
];

// The template waits for Office.onReady here; without that wait the peer is only faster.
createRoot(document.getElementById("container")!).render(
  <FluentProvider theme={webLightTheme}>
    <h1>Welcome</h1>
    <ul>
      {features.map(({ icon, text }) => (
        <li key={text}>
          {icon} {text}
        </li>
      ))}
    </ul>
    <Field label="Enter text to be inserted into the document.">
      <Textarea size="large" defaultValue="Some text." />
    </Field>
    <Button appearance="primary" size="large">
      Insert text
    </Button>
  </FluentProvider>,
);
