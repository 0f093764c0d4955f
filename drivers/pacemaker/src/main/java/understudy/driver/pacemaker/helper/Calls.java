package understudy.driver.pacemaker.helper;

import static understudy.driver.pacemaker.helper.CallPattern.literal;
import static understudy.driver.pacemaker.helper.CallPattern.ofSpecimen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import understudy.driver.pacemaker.Rival;
import understudy.driver.pacemaker.Tools;
import understudy.driver.pacemaker.act.CibEdits;
import understudy.driver.pacemaker.lock.CibLock;
import understudy.driver.pacemaker.survey.Knowledge;
import understudy.remote.BootId;
import understudy.remote.job.JobSpool;
import understudy.remote.job.Jobs;
import understudy.remote.shell.Quoting;

/** Every call that the driver may make of the helper: its commands made by its own builders with holes in them, its scripts by name. */
public final class Calls {
    private static final String NAME = "[A-Za-z0-9._-]{1,200}";
    private static final String TARGET = "[a-z0-9][a-z0-9+.:-]{0,150}=[A-Za-z0-9][A-Za-z0-9+.:~-]{0,150}";
    private static final String OLD = "[a-z0-9][a-z0-9+.:-]{0,150}=([A-Za-z0-9][A-Za-z0-9+.:~-]{0,150})?";
    private static final String PACKAGES = JobSpool.USUAL.folder() + "/packages/";
    private static final String KEPT = PACKAGES + "[a-z0-9-]{1,40}";
    /** What the system's packages own; no folder or file whose name begins with a dot. */
    private static final String SYSTEM_PATH =
            "/(usr|lib|lib64|sbin|bin|opt|etc)(/[A-Za-z0-9_+@=,-][A-Za-z0-9._+@=,-]{0,100}){1,12}";

    private static final String LEDGER =
            JobSpool.USUAL.folder() + "/ledger/" + Hole.RUN.word() + "." + Hole.ENTRY.word() + ".json";

    private Calls() {}

    /** Those that every site has. */
    public static List<CallPattern> own() {
        List<CallPattern> all = new ArrayList<>();
        edits().forEach(edit -> all.add(ofSpecimen(edit)));
        Stream.of(
                        Tools.stopCluster(),
                        Tools.startCluster(),
                        Tools.holdCluster(),
                        Tools.unholdCluster(List.of("corosync.service")),
                        Tools.unholdCluster(List.of("pacemaker.service")),
                        Tools.unholdCluster(List.of("corosync.service", "pacemaker.service")),
                        Tools.unholdCluster(List.of("pacemaker.service", "corosync.service")),
                        Tools.clusterStartsAtBoot(),
                        Tools.bootId(),
                        BootId.question().arguments(),
                        Tools.bootCompleted(),
                        Tools.freeSpace(),
                        Tools.forgetFailures(Hole.NODE.word()),
                        Tools.removeFolder(PACKAGES + Hole.RUN.word()),
                        Tools.readFile(LEDGER),
                        Tools.removeFile(LEDGER))
                .distinct()
                .forEach(tool -> all.add(ofSpecimen(tool)));
        Rival.USUAL.forEach(unit -> all.addAll(rival(unit)));
        all.addAll(jobCalls());
        all.addAll(scriptCalls());
        Knowledge.shipped().fixedReady().forEach(command -> all.add(literal(command)));
        return List.copyOf(all);
    }

    /** Those that this site adds. */
    public static List<CallPattern> ofSite(SiteCalls site) {
        return Stream.concat(
                        Stream.concat(
                                site.plain().stream().map(CallPattern::literal),
                                site.rivals().stream().flatMap(unit -> rival(unit).stream())),
                        site.warm().isEmpty()
                                ? Stream.empty()
                                : Stream.of(CallPattern.of(
                                        List.of("script", "warm", "--"),
                                        "(\t(" + SYSTEM_PATH + "|" + alternatives(site.warm()) + "))*")))
                .toList();
    }

    /** The command lines that a job may run, as they stand in its request; {@code helper} and its digest come before a work of ours. */
    static List<String> jobs(List<String> helper, SiteCalls site) {
        return Stream.concat(
                        Stream.of(
                                keeping(helper, "job-fetch") + "( '" + TARGET + "')*",
                                keeping(helper, "job-downgrade"),
                                work(helper, "job-install") + "( '" + TARGET + "')*",
                                CallPattern.quoted(Quoting.posix(
                                        words(List.of(List.of("env"), helper, List.of("work", "job-restart", "--")))))),
                        site.jobs().stream()
                                .map(command ->
                                        CallPattern.quoted(Quoting.posix(words(List.of(List.of("env"), command))))))
                .toList();
    }

    private static String keeping(List<String> helper, String job) {
        return CallPattern.quoted(Quoting.posix(
                        words(List.of(List.of("env"), helper, List.of("work", "job-old", "job-packages", job, "--")))))
                + " " + KEPT + "( '" + OLD + "')* --";
    }

    private static String work(List<String> helper, String job) {
        return CallPattern.quoted(
                Quoting.posix(words(List.of(List.of("env"), helper, List.of("work", "job-packages", job, "--")))));
    }

    private static List<CallPattern> rival(String unit) {
        return Stream.of(Tools.disableNow(unit), Tools.stopUnit(unit), Tools.enableUnit(unit), Tools.startUnit(unit))
                .map(CallPattern::literal)
                .toList();
    }

    private static List<List<String>> edits() {
        return Stream.concat(CibEdits.specimens().stream(), CibLock.specimens(Hole.LOCK.word()).stream())
                .distinct()
                .toList();
    }

    private static List<CallPattern> jobCalls() {
        List<String> script = List.of("/bin/sh", Jobs.scriptPath(JobSpool.USUAL), JobSpool.USUAL.folder());
        String record = JobSpool.USUAL.folder() + "/jobs/" + Hole.JOB.word();
        return Stream.of(
                        words(List.of(
                                script,
                                List.of(
                                        "start",
                                        Hole.JOB.word(),
                                        Hole.ACTION.word(),
                                        Hole.BOOT.word(),
                                        Hole.NUMBER.word(),
                                        "auto",
                                        Hole.SHA256.word()))),
                        words(List.of(script, List.of("find", Hole.JOB.word()))),
                        words(List.of(script, List.of("await", Hole.JOB.word(), Hole.NUMBER.word()))),
                        words(List.of(script, List.of("clean", Hole.JOB.word()))),
                        words(List.of(script, List.of("raise", Hole.NUMBER.word()))),
                        words(List.of(script, List.of("running"))),
                        List.of("tail", "-c", Hole.NUMBER.word(), record + "/output"),
                        List.of("cat", record + "/action"),
                        List.of(
                                "put",
                                Jobs.scriptPath(JobSpool.USUAL),
                                Jobs.scriptDigest().sha256(),
                                "700"),
                        List.of("put", LEDGER, Hole.SHA256.word(), "644"))
                .map(CallPattern::ofSpecimen)
                .toList();
    }

    private static List<CallPattern> scriptCalls() {
        List<CallPattern> all = new ArrayList<>(List.of(
                script("", "cluster", "look"),
                script("\t[0-9.]{1,60}\t(busy|idle)\t(" + NAME + ")?\t[0-9]{1,6}", "cluster", "await"),
                script("\t" + NAME + "\t" + NAME + "\t[0-9]{1,6}", "cluster", "await-arrival"),
                script("", "cluster", "survey"),
                script("", "observe"),
                script("", "check"),
                script("", "history"),
                script("", "who"),
                script("", "stack"),
                script("(\t[A-Za-z0-9][A-Za-z0-9._-]{0,90})*", "rivals"),
                script("(\t(" + SYSTEM_PATH + "|[a-z][a-z0-9._-]{0,60}))*", "have"),
                script("(\t" + SYSTEM_PATH + ")*", "warm"),
                script("(\t[a-z0-9][a-z0-9+.:-]{0,150}=([A-Za-z0-9][A-Za-z0-9+.:~-]{0,150})?)*", "offer"),
                script("", "simulate")));
        edits().forEach(edit -> all.add(ofSpecimen(words(List.of(List.of("script", "simulate", "--"), edit)))));
        all.add(CallPattern.of(
                List.of("work", "job-old", "job-packages", "job-fetch", "--"),
                "\t" + KEPT + "(\t" + OLD + ")*\t--(\t" + TARGET + ")*"));
        all.add(CallPattern.of(
                List.of("work", "job-old", "job-packages", "job-downgrade", "--"),
                "\t" + KEPT + "(\t" + OLD + ")*\t--"));
        all.add(CallPattern.of(List.of("work", "job-packages", "job-install", "--"), "(\t" + TARGET + ")*"));
        all.add(CallPattern.of(List.of("work", "job-restart", "--"), ""));
        return all;
    }

    private static CallPattern script(String more, String... names) {
        return CallPattern.of(words(List.of(List.of("script"), List.of(names), List.of("--"))), more);
    }

    private static String alternatives(List<String> paths) {
        return String.join("|", paths.stream().map(CallPattern::quoted).toList());
    }

    private static List<String> words(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
