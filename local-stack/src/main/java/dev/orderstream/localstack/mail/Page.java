package dev.orderstream.localstack.mail;

import dev.orderstream.localstack.web.Html;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The looks that the inbox pages share.
final class Page {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH)
                    .withZone(ZoneId.systemDefault());

    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; --ink: #1a2233; --dim: #5b667a; --card: #fff; --ground: #eef1f6;
              --line: #dde3ec; --link: #1c55d1; --hover: #f5f7fb; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e8ecf4; --dim: #9aa6bb; --card: #1a2130; --ground: #0f141f; --line: #2d3649; --link: #8ab1ff; --hover: #222b3d; } }
            * { box-sizing: border-box; margin: 0; }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); padding: 1.25rem 1rem 3rem; }
            .wide { max-width: 68rem; margin: 0 auto; }
            header { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; margin-bottom: 1rem; }
            h1 { font-size: 1.375rem; line-height: 1.3; overflow-wrap: anywhere; }
            .dim { color: var(--dim); }
            a { color: var(--link); }
            a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
            form { margin-left: auto; display: flex; gap: .5rem; }
            input, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .4rem .7rem; min-width: 0; }
            input { width: 19rem; max-width: 60vw; }
            .card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
            .card + .card { margin-top: 1rem; }
            .mail { display: grid; grid-template-columns: 8.5rem 1fr 16rem; gap: .1rem 1rem; padding: .65rem 1rem; color: inherit; text-decoration: none; }
            .mail:hover { background: var(--hover); }
            li + li .mail { border-top: 1px solid var(--line); }
            ol { list-style: none; padding: 0; }
            .mail > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
            .mail .what { font-weight: 600; }
            .mail time { font-variant-numeric: tabular-nums; }
            .mail small { grid-column: 2 / -1; font-size: .8125rem; }
            nav { display: flex; justify-content: space-between; margin-top: 1rem; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem; padding: .9rem 1rem; }
            dt { color: var(--dim); }
            dd { overflow-wrap: anywhere; }
            h2, summary { font-size: .9375rem; font-weight: 600; padding: .6rem 1rem; }
            h2 { border-bottom: 1px solid var(--line); }
            summary { cursor: pointer; }
            pre { font: 13px/1.55 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; padding: .9rem 1rem; }
            details > :last-child { border-top: 1px solid var(--line); }
            iframe { display: block; width: 100%%; height: 34rem; border: 0; background: #fff; }
            .empty { padding: 3rem 1rem; text-align: center; }
            @media (max-width: 44rem) {
              form { margin-left: 0; width: 100%%; } input { flex: 1; max-width: none; }
              .mail { grid-template-columns: 1fr auto; }
              .mail .what { grid-column: 1 / -1; grid-row: 1; white-space: normal; }
              .mail .to { grid-column: 1; grid-row: 2; } .mail time { grid-column: 2; grid-row: 2; }
              .mail small { grid-column: 1 / -1; }
              dl { grid-template-columns: 1fr; gap: 0; } dd + dt { margin-top: .5rem; } }
            </style>
            </head>
            <body>
            <div class="wide">
            """;

    private Page() {}

    static String of(String title, String body) {
        return HEAD.formatted(Html.escape(title)) + body + "</div>\n</body>\n</html>\n";
    }

    static String time(Instant at) {
        return "<time datetime=\"" + at + "\">" + TIME.format(at) + "</time>";
    }
}
