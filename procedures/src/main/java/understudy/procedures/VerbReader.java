package understudy.procedures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import understudy.core.procedure.Verb;
import understudy.documents.Fields;

/** Reads what a step does: {@code do} names the verb, {@code with} its parameters. */
final class VerbReader {
    private static final Map<String, Function<Fields, Verb>> VERBS = verbs();
    private static final Pattern COMPONENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+._ -]{0,100}\\*?");

    private VerbReader() {}

    static Verb read(Fields fields) {
        return fields.variant("do", VERBS);
    }

    private static Map<String, Function<Fields, Verb>> verbs() {
        Map<String, Function<Fields, Verb>> verbs = new LinkedHashMap<>();
        verbs.put("fetch", _ -> new Verb.Fetch());
        verbs.put("hold-rivals", _ -> new Verb.HoldRivals());
        verbs.put("install", _ -> new Verb.Install());
        verbs.put(
                "restart",
                step -> step.has("with") ? step.mapping("with", VerbReader::restart) : new Verb.Restart(false));
        verbs.put("drain", _ -> new Verb.Drain());
        verbs.put("release", _ -> new Verb.Release());
        verbs.put("verify", _ -> new Verb.Verify());
        verbs.put("prepare", _ -> new Verb.Prepare());
        verbs.put("await-host", _ -> new Verb.AwaitHost());
        verbs.put("hand-over", _ -> new Verb.HandOver());
        verbs.put("stop-group", step -> new Verb.StopGroup(selector(step)));
        verbs.put("start-group", step -> new Verb.StartGroup(selector(step)));
        verbs.put("upgrade-group", _ -> new Verb.UpgradeGroup());
        verbs.put(
                "leave-cluster",
                step -> new Verb.LeaveCluster(
                        step.has("with") ? step.mapping("with", VerbReader::components) : List.of()));
        verbs.put("rejoin-cluster", _ -> new Verb.RejoinCluster());
        verbs.put("hold-service", step -> step.mapping("with", VerbReader::holdService));
        verbs.put("keep-setting", step -> step.mapping("with", VerbReader::keepSetting));
        verbs.put("give-back", step -> step.mapping("with", VerbReader::giveBack));
        verbs.put("check", step -> step.mapping("with", VerbReader::check));
        verbs.put("confirm", step -> step.mapping("with", VerbReader::confirm));
        verbs.put("command", step -> step.mapping("with", VerbReader::command));
        return verbs;
    }

    private static Verb restart(Fields with) {
        RestartWhen when = with.choice("when", RestartWhen.class);
        with.end();
        return new Verb.Restart(when == RestartWhen.ALWAYS);
    }

    private static List<String> components(Fields with) {
        List<String> components = with.texts("components", VerbReader::component);
        with.end();
        return components;
    }

    private static String component(String text) {
        if (!COMPONENT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no name of a component, which may end with one * for any end");
        }
        return text;
    }

    private static Verb.Selector selector(Fields step) {
        return step.has("with") ? step.mapping("with", VerbReader::parts) : Verb.Selector.whole();
    }

    private static Verb.Selector parts(Fields with) {
        List<Verb.Part> only = parts(with, "only");
        List<Verb.Part> except = parts(with, "except");
        with.end();
        return new Verb.Selector(only, except);
    }

    private static List<Verb.Part> parts(Fields with, String key) {
        return with.has(key)
                ? with.texts(key, text -> Verb.Part.valueOf(text.toUpperCase(java.util.Locale.ROOT)))
                : List.of();
    }

    private static Verb holdService(Fields with) {
        String service = with.text("service");
        Verb.ServiceState state = with.choice("state", Verb.ServiceState.class);
        with.end();
        return new Verb.HoldService(service, state);
    }

    private static Verb keepSetting(Fields with) {
        String setting = with.text("setting");
        String value = with.optional("value", with::text).orElse("");
        // What is only noted is given back in any case.
        boolean giveBack =
                value.isEmpty() || with.optional("giveBack", with::flag).orElse(true);
        with.end();
        return new Verb.KeepSetting(setting, value, giveBack);
    }

    private static Verb giveBack(Fields with) {
        String step = with.text("step");
        with.end();
        return new Verb.GiveBack(step);
    }

    private static Verb check(Fields with) {
        String check = with.text("check");
        Map<String, String> parameters = with.has("parameters") ? with.namedTexts("parameters") : Map.of();
        with.end();
        return new Verb.Check(check, parameters);
    }

    private static Verb confirm(Fields with) {
        String question = with.text("question");
        with.end();
        return new Verb.Confirm(question);
    }

    private static Verb command(Fields with) {
        List<String> command = with.strings("command");
        List<String> proof = with.strings("proof");
        with.end();
        return new Verb.SiteCommand(command, proof);
    }

    private enum RestartWhen {
        ALWAYS,
        REQUIRED
    }
}
