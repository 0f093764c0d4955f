package understudy.driver.pacemaker.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import understudy.documents.Document;
import understudy.documents.Fields;
import understudy.documents.Scalar;
import understudy.documents.Sequence;
import understudy.documents.Value;
import understudy.driver.pacemaker.survey.KnownService.KnownProbe;

/** What {@code services.yaml} says of agents and services. */
public final class Knowledge {
    private static final String FILE = "services.yaml";

    private final List<AddressAgent> addresses;
    private final List<AgentPattern> beneath;
    private final List<KnownService> services;

    /** An agent that carries an address, and the parameter that holds it. */
    private record AddressAgent(AgentPattern agent, String parameter) {}

    private Knowledge(List<AddressAgent> addresses, List<AgentPattern> beneath, List<KnownService> services) {
        this.addresses = List.copyOf(addresses);
        this.beneath = List.copyOf(beneath);
        this.services = List.copyOf(services);
    }

    /** As this release ships it. */
    public static Knowledge shipped() {
        return Document.read(Path.of(FILE), text(), Knowledge::read);
    }

    /** The commands that prove a node ready and are the same on every cluster. */
    public List<List<String>> fixedReady() {
        return services.stream()
                .flatMap(service -> service.fixedReady().stream())
                .distinct()
                .toList();
    }

    /** The address that this resource carries for clients. */
    Optional<String> address(Part part) {
        return addresses.stream()
                .filter(known -> known.agent().matches(part.agent()))
                .findFirst()
                .map(known ->
                        part.parameters().getOrDefault(known.parameter(), "").replaceAll("/[0-9]+$", ""))
                .filter(address -> address.matches("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]+"));
    }

    /** Other groups stand on it, and no client does. */
    boolean isBeneath(Part part) {
        return beneath.stream().anyMatch(agent -> agent.matches(part.agent()));
    }

    Optional<KnownService> service(Part part) {
        return services.stream()
                .filter(service -> service.isRunBy(part.agent()))
                .findFirst();
    }

    private static Knowledge read(Fields fields) {
        var addresses = fields.list("addresses", Knowledge::address);
        var beneath = fields.texts("beneath", AgentPattern::new);
        var services = fields.named("services", Knowledge::service);
        fields.end();
        return new Knowledge(addresses, beneath, List.copyOf(services.values()));
    }

    private static AddressAgent address(Fields fields) {
        var agent = fields.as("agent", AgentPattern::new);
        var parameter = fields.text("parameter");
        fields.end();
        return new AddressAgent(agent, parameter);
    }

    private static KnownService service(String name, Fields fields) {
        var agents = fields.texts("agents", AgentPattern::new);
        var probes = fields.list("probes", Knowledge::probe);
        List<List<String>> ready = fields.has("ready") ? fields.items("ready", Knowledge::words) : List.of();
        List<String> warm = fields.has("warm") ? fields.strings("warm") : List.of();
        fields.end();
        return new KnownService(name, agents, probes, ready, warm);
    }

    private static KnownProbe probe(Fields fields) {
        var kind = fields.text("kind");
        int port = fields.number("port", 1, 65_535);
        var parameter = fields.optionalText("parameter");
        fields.end();
        return new KnownProbe(kind, port, parameter);
    }

    private static Optional<List<String>> words(Value command) {
        return command instanceof Sequence words
                ? Optional.of(words.items().stream()
                        .map(Scalar.class::cast)
                        .map(Scalar::text)
                        .toList())
                : Optional.empty();
    }

    private static String text() {
        try (var stream = Objects.requireNonNull(Knowledge.class.getResourceAsStream(FILE), FILE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
