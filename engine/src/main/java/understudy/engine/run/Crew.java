package understudy.engine.run;

import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.Ledger;
import understudy.engine.ports.RunListener;
import understudy.engine.ports.RunTime;

/** The parts that work together on one run in this process. */
record Crew(
        ClusterDriver driver,
        RunTime time,
        RunListener listener,
        Recorder recorder,
        Eyes eyes,
        Situation situation,
        LockKeeper lock,
        Ledger ledger,
        OutageBook outages,
        AuditBook audit,
        Patience patience) {
    static Crew of(RunPorts ports, Recorder recorder, RunInputs inputs, Rules rules) {
        RunTime time = ports.time();
        RunListener listener = ports.desk().listener();
        Eyes eyes = new Eyes(ports.driver(), () -> recorder.state().targets(), time, listener);
        return new Crew(
                ports.driver(),
                time,
                listener,
                recorder,
                eyes,
                new Situation(inputs, recorder, rules, time),
                new LockKeeper(
                        ports.driver().lock(),
                        recorder,
                        time,
                        inputs.mode().store(),
                        inputs.procedure().longestDeadline()),
                new JournalLedger(recorder, time),
                new OutageBook(ports.watch(), ports.driver(), recorder, time),
                new AuditBook(ports.desk().audit(), recorder, time),
                new Patience(eyes, recorder, time));
    }
}
