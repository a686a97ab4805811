// The router brings a development helper that would ask a host of its maker whenever a page runs on localhost.
// Saying beforehand that this is no development keeps it still: Haven's page speaks to its own server only.
declare global {
  interface Window {
    Vaadin?: { developmentMode?: boolean };
  }
}

window.Vaadin = { ...window.Vaadin, developmentMode: false };

export {};
