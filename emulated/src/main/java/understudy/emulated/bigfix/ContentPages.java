package understudy.emulated.bigfix;

import java.util.List;
import java.util.Optional;

/** Computers, sites and what stands in them. */
final class ContentPages {
    private final BigFixServer server;

    ContentPages(BigFixServer server) {
        this.server = server;
    }

    Optional<Reply> answer(String resource, List<String> path) {
        return switch (resource) {
            case "computers" -> Optional.of(computers());
            case "computer" ->
                path.isEmpty()
                        ? Optional.empty()
                        : ActionPages.number(path.getFirst()).flatMap(this::computer);
            case "sites" -> Optional.of(sites());
            case "site" ->
                site(path)
                        .map(site ->
                                Reply.xml(Markup.besapi().start(element(site)).element("Name", site.name())));
            case "fixlets" -> list(path, Content.Kind.FIXLET);
            case "tasks" -> list(path, Content.Kind.TASK);
            case "baselines" -> list(path, Content.Kind.BASELINE);
            case "fixlet", "task", "baseline" -> definition(resource, path);
            default -> Optional.empty();
        };
    }

    private Reply computers() {
        var page = Markup.besapi();
        server.agents()
                .forEach(agent -> page.start("Computer", "Resource", "https://bigfix:52311/api/computer/" + agent.id())
                        .element("LastReportTime", Properties.time(agent.lastReport()))
                        .element("ID", agent.id())
                        .end());
        return Reply.xml(page);
    }

    private Optional<Reply> computer(int id) {
        return server.agents().stream()
                .filter(agent -> agent.id() == id)
                .findFirst()
                .map(agent -> Reply.xml(Markup.besapi()
                        .start("Computer", "Resource", "https://bigfix:52311/api/computer/" + id)
                        .element("LastReportTime", Properties.time(agent.lastReport()))
                        .element("ID", id)
                        .element("Property", agent.name(), "Name", "Computer Name")));
    }

    private Reply sites() {
        var page = Markup.besapi();
        server.contents().stream()
                .map(Content::site)
                .distinct()
                .forEach(site -> page.start(
                                element(site),
                                "Resource",
                                "https://bigfix:52311/api/site/" + site.type() + "/" + site.name())
                        .element("Name", site.name())
                        .end());
        return Reply.xml(page);
    }

    private static String element(Content.Site site) {
        return site.type().equals("custom") ? "CustomSite" : "ExternalSite";
    }

    private Optional<Content.Site> site(List<String> path) {
        return path.size() < 2
                ? Optional.empty()
                : server.contents().stream()
                        .map(Content::site)
                        .filter(new Content.Site(path.get(0), path.get(1))::equals)
                        .findFirst();
    }

    private Optional<Reply> list(List<String> path, Content.Kind kind) {
        return site(path).map(site -> {
            var page = Markup.besapi();
            server.contents().stream()
                    .filter(content -> content.site().equals(site) && content.kind() == kind)
                    .forEach(content -> {
                        page.start(kind.word, "Resource", "https://bigfix:52311/api/" + kind.word);
                        page.element("Name", content.title());
                        if (kind != Content.Kind.BASELINE) {
                            page.element("ID", content.id());
                        }
                        page.end();
                    });
            return Reply.xml(page);
        });
    }

    private Optional<Reply> definition(String resource, List<String> path) {
        if (path.size() < 3) {
            return Optional.empty();
        }
        return site(path)
                .flatMap(site -> ActionPages.number(path.get(2)).flatMap(id -> server.content(site, id)))
                .filter(content -> content.kind().word.equalsIgnoreCase(resource))
                .map(ContentPages::definition);
    }

    private static Reply definition(Content content) {
        var page = new Markup()
                .start("BES")
                .start(content.kind().word)
                .element("Title", content.title())
                .element("Description", content.title())
                .element("Relevance", "true");
        if (content.kind() == Content.Kind.BASELINE) {
            page.start("BaselineComponentCollection").start("BaselineComponentGroup");
            for (Content member : content.members()) {
                page.start(
                                "BaselineComponent",
                                "Name",
                                member.title(),
                                "IncludeInRelevance",
                                "true",
                                "SourceSiteURL",
                                "http://sync.bigfix.com/" + member.site().name().replace(" ", ""),
                                "SourceID",
                                Integer.toString(member.id()))
                        .element("Relevance", "true")
                        .element("ActionScript", member.script(), "MIMEType", "application/x-Fixlet-Windows-Shell")
                        .end();
            }
        } else {
            page.start("DefaultAction", "ID", "Action1")
                    .element("ActionScript", content.script(), "MIMEType", "application/x-Fixlet-Windows-Shell")
                    .element(
                            "SuccessCriteria",
                            "",
                            "Option",
                            content.kind() == Content.Kind.TASK ? "RunToCompletion" : "OriginalRelevance");
        }
        return Reply.xml(page);
    }
}
