package understudy.cli.wiring;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import understudy.cli.inventory.CommandEntry;
import understudy.cli.inventory.SiteEntry;
import understudy.cli.inventory.SiteEntry.SiteHookEntry;
import understudy.core.model.RunId;
import understudy.documents.json.RecordCodec;
import understudy.engine.programs.SiteProgram;
import understudy.engine.programs.SiteProgram.Kept;
import understudy.engine.site.SitePrograms;

/**
 * The programs that an inventory names for a site as a whole: its hooks, and the commands that prove or list something.
 *
 * @param run the site's run, which each of them is told
 */
record OwnersPrograms(SiteEntry.Programs programs, RunId run, String site) implements SitePrograms {
    private static final RecordCodec CODEC = new RecordCodec();

    /**
     * What a command reads that proves or lists something.
     *
     * @param about the confirmation or the comparison
     */
    record Asked(RunId run, String site, String about) {}

    @Override
    public boolean has(Moment moment) {
        return at(moment).findAny().isPresent();
    }

    @Override
    public List<String> call(Call call) {
        String said = call.moment().name().startsWith("BEFORE") ? "asked" : "told";
        return at(call.moment())
                .flatMap(hook -> new HookProgram(hook.command())
                                .call(CODEC.write(Call.class, call))
                                .map(why ->
                                        "The hook " + hook.name() + ", " + said + " " + words(call) + ", " + why + ".")
                                .stream())
                .toList();
    }

    private Stream<SiteHookEntry> at(Moment moment) {
        return programs.hooks().stream().filter(hook -> hook.when().contains(moment));
    }

    private static String words(Call call) {
        String moment = call.moment().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return call.wave().map(wave -> moment + " " + wave).orElse(moment.replace("run", "the run"));
    }

    @Override
    public Said prove(String confirmation) {
        Said said = said(programs.proofs(), confirmation);
        return said.succeeded() ? new Said(true, HookProgram.lastLine(said.words())) : said;
    }

    @Override
    public Said list(String comparison) {
        Said said = said(programs.listings(), comparison);
        return said.succeeded() && said.words().length() >= SiteProgram.MOST
                ? new Said(
                        false,
                        "the command says more than the " + SiteProgram.MOST
                                + " characters that are kept, so that the rest could not be compared: have it print a digest")
                : said;
    }

    private Said said(Map<String, CommandEntry> commands, String about) {
        CommandEntry command = commands.get(about);
        if (command == null) {
            return new Said(false, "the inventory names no command for " + about);
        }
        HookProgram.Heard heard =
                new HookProgram(command).hear(CODEC.write(Asked.class, new Asked(run, site, about)), Kept.OUTPUT);
        return new Said(heard.agrees(), heard.agrees() ? heard.words() : "the command " + heard.words());
    }
}
