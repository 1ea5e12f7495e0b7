interface UserscriptAnswer {
  status: number;
  responseText: string;
  responseHeaders: string;
}

/** The request function of a userscript manager. */
declare function GM_xmlhttpRequest(details: {
  url: string;
  method: string;
  headers: Record<string, string>;
  data?: string;
  anonymous: boolean;
  nocache: boolean;
  onload: (answer: UserscriptAnswer) => void;
  onerror: () => void;
  ontimeout: () => void;
}): { abort?: () => void } | undefined;

/** The settings at the top of the userscript. */
declare const REPLY_LINTER: import('./main.js').UserSettings;
