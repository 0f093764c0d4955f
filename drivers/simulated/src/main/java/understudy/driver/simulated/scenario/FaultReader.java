package understudy.driver.simulated.scenario;

import java.time.Duration;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.documents.Fields;

/** Reads one fault of a scenario. */
final class FaultReader {
    private FaultReader() {}

    static Fault fault(Fields fields) {
        FaultKind kind = fields.choice("fault", FaultKind.class);
        Trigger trigger = trigger(fields);
        Optional<NodeId> node = fields.optional("node", key -> fields.as(key, NodeId::new));
        Optional<GroupId> group = fields.optional("group", key -> fields.as(key, GroupId::new));
        String voter = fields.optionalText("voter").orElse("");
        Optional<Duration> lasts = fields.optional("lasts", fields::duration);
        boolean workGoesOn = fields.optional("workGoesOn", fields::flag).orElse(true);
        fields.end();
        return new Fault(kind, trigger, node, group, voter, lasts, workGoesOn);
    }

    private static Trigger trigger(Fields fields) {
        boolean atTime = fields.has("at");
        boolean atStep = fields.has("during");
        if (atTime == atStep) {
            fields.reject("fault", "a fault has exactly one of \"at\" (a time) and \"during\" (a step)");
            return new Trigger.At(Duration.ZERO);
        }
        return atTime ? new Trigger.At(fields.duration("at")) : fields.mapping("during", FaultReader::atStep);
    }

    private static Trigger atStep(Fields fields) {
        String verb = fields.optionalText("verb").orElse("");
        String subject = fields.optionalText("subject").orElse("");
        int occurrence = fields.optional("occurrence", key -> fields.number(key, 1, 1000))
                .orElse(1);
        Duration delay = fields.optional("after", fields::duration).orElse(Duration.ZERO);
        fields.end();
        return new Trigger.AtStep(verb, subject, occurrence, delay);
    }
}
