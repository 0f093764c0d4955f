package understudy.emulated.windows;

import java.util.ArrayList;
import java.util.List;
import understudy.emulated.powershell.Call;
import understudy.emulated.powershell.Cmdlet;
import understudy.emulated.powershell.Cmdlets;
import understudy.emulated.powershell.PowerShellError;
import understudy.emulated.powershell.Properties;
import understudy.emulated.powershell.Values;
import understudy.emulated.world.Database;
import understudy.emulated.world.Exchange;
import understudy.emulated.world.Group;
import understudy.emulated.world.MailboxServer;
import understudy.emulated.world.Refused;
import understudy.emulated.world.RestsOn;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** The cmdlets of Exchange 2007's snap-in for a clustered mailbox server. */
final class ExchangeCmdlets {
    private final World world;
    private final WindowsNode node;
    private final Exchange exchange;

    private ExchangeCmdlets(EmulatedNode node) {
        this.world = node.world();
        this.node = node.node();
        this.exchange = new Exchange(world);
    }

    static void add(Cmdlets cmdlets, EmulatedNode node) {
        var exchange = new ExchangeCmdlets(node);
        cmdlets.add("Get-ClusteredMailboxServerStatus", "Identity", call -> List.of(exchange.status(call)))
                .add("Get-MailboxServer", "Identity", call -> List.of(exchange.mailboxServer(call)))
                .add("Get-ExchangeServer", "Identity", exchange::exchangeServers)
                .add("Get-ExchangeAdministrator", "", _ -> exchange.administrators())
                .add("Get-ReceiveConnector", "Server", _ -> exchange.receiveConnectors())
                .add("Get-PopSettings", "Server", _ -> exchange.logon("POP3"))
                .add("Set-PopSettings", "Server LoginType", call -> exchange.logon("POP3", call))
                .add("Get-ImapSettings", "Server", _ -> exchange.logon("IMAP4"))
                .add("Set-ImapSettings", "Server LoginType", call -> exchange.logon("IMAP4", call))
                .add("Get-StorageGroupCopyStatus", "Server", exchange::copies)
                .add("Get-MailboxDatabase", "Server Status?", call -> exchange.databases(call, false))
                .add("Get-PublicFolderDatabase", "Server Status?", call -> exchange.databases(call, true))
                .add("Mount-Database", "Identity Confirm?", exchange::mount)
                .add("Stop-ClusteredMailboxServer", "Identity StopReason Confirm?", exchange::stop)
                .add("Start-ClusteredMailboxServer", "Identity Confirm?", exchange::start)
                .add(
                        "Move-ClusteredMailboxServer",
                        "Identity TargetMachine MoveComment ValidateOnly? IgnoreDismounted? Confirm?",
                        asked(exchange::move));
    }

    private MailboxServer server(Call call) throws PowerShellError {
        var name = call.text("Identity");
        return world.mailboxServer(name)
                .orElseThrow(() -> new PowerShellError(
                        call.cmdlet() + " : The clustered mailbox server '" + name + "' could not be found."));
    }

    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value = "The fields Identity and ClusteredMailboxServerName, and the words behind Active.")
    private Object status(Call call) throws PowerShellError {
        var server = server(call);
        var group = server.group();
        List<Object> machines = new ArrayList<>();
        for (WindowsNode one : world.nodes()) {
            if (world.isMember(one)) {
                machines.add(one.name() + (group.owner().equals(one.name()) ? " <Active>" : ""));
            }
        }
        return new Properties(server.name())
                .with("Identity", server.name())
                .with("ClusteredMailboxServerName", server.name())
                .with("State", state(group.state()))
                .with("OperationalMachines", machines)
                .with("FailedResources", failed(server));
    }

    private static List<Object> failed(MailboxServer server) {
        return switch (server.group().state()) {
            case FAILED -> List.of("Exchange Information Store");
            case ONLINE ->
                server.databases().stream()
                        .filter(one -> one.mountsAtStartup() && !one.isMounted())
                        .<Object>map(one -> one.storageGroup() + "\\" + one.name())
                        .toList();
            case OFFLINE, PENDING -> List.of();
        };
    }

    private static String state(Group.State state) {
        return switch (state) {
            case ONLINE -> "Online";
            case OFFLINE -> "Offline";
            case FAILED -> "Failed";
            case PENDING -> "Online Pending";
        };
    }

    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value = "ClusteredStorageType says Shared on a single copy cluster, else NonShared.")
    private Object mailboxServer(Call call) throws PowerShellError {
        return new Properties(server(call).name())
                .with("Name", server(call).name())
                .with("ClusteredStorageType", server(call).copies().isPresent() ? "NonShared" : "Shared")
                .with(
                        "RedundantMachines",
                        world.nodes().stream().<Object>map(WindowsNode::name).toList());
    }

    /** The one that is named, or every server of the organisation. */
    private List<Object> exchangeServers(Call call) throws PowerShellError {
        if (call.has("Identity")) {
            var server = server(call);
            return List.of(shown(server.name(), server.version().inDirectory()));
        }
        List<Object> all = new ArrayList<>();
        world.mailboxServers()
                .forEach(server -> all.add(shown(server.name(), server.version().inDirectory())));
        world.directory().servers().forEach((name, version) -> all.add(shown(name, version)));
        return all;
    }

    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "Get-ReceiveConnector -Server shows each connector's Name.")
    private List<Object> receiveConnectors() {
        return node.machine().receiveConnectors().stream()
                .<Object>map(name -> new Properties(name).with("Name", name))
                .toList();
    }

    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "Get-PopSettings and Get-ImapSettings show the LoginType.")
    private List<Object> logon(String protocol) {
        return List.of(new Properties(protocol)
                .with("LoginType", node.machine().logonTypes().getOrDefault(protocol, "")));
    }

    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The three types of a logon to POP3 and IMAP4.")
    private List<Object> logon(String protocol, Call call) throws PowerShellError {
        var type = call.text("LoginType");
        if (!List.of("PlainTextLogin", "PlainTextAuthentication", "SecureLogin").contains(type)) {
            throw new PowerShellError("'" + type + "' is no value of LoginType.");
        }
        world.note(node, call.cmdlet() + " -LoginType " + type);
        node.machine().logonTypes().put(protocol, type);
        return List.of();
    }

    private static Object shown(String name, String version) {
        return new Properties(name).with("Name", name).with("AdminDisplayVersion", version);
    }

    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value = "Get-ExchangeAdministrator shows accounts and groups with their Role and Scope.")
    private List<Object> administrators() {
        return world.directory().administrators().stream()
                .<Object>map(name -> new Properties(name)
                        .with("Identity", name)
                        .with("Role", "ServerAdmin")
                        .with("Scope", "Organization wide"))
                .toList();
    }

    /** One line for each storage group; on a cluster with shared storage there is no copy to ask for. */
    private List<Object> copies(Call call) throws PowerShellError {
        var name = call.text("Server");
        var server = world.mailboxServer(name)
                .orElseThrow(() -> new PowerShellError("The server '" + name + "' could not be found."));
        var copies = server.copies().orElseThrow(() -> new PowerShellError("There is no copy of '" + name + "'."));
        List<Object> all = new ArrayList<>();
        for (Database database : server.databases()) {
            all.add(new Properties(database.storageGroup())
                    .with("Name", database.storageGroup())
                    .with("SummaryCopyStatus", copies.status())
                    .with("CopyQueueLength", copies.copyQueue())
                    .with("ReplayQueueLength", copies.replayQueue()));
        }
        return all;
    }

    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value = "Get-MailboxDatabase -Status shows Mounted, MountAtStartup and an Identity in three parts.")
    private List<Object> databases(Call call, boolean publicFolders) throws PowerShellError {
        var name = call.text("Server");
        var server = world.mailboxServer(name)
                .orElseThrow(() -> new PowerShellError("The server '" + name + "' could not be found."));
        return server.databases().stream()
                .filter(one -> one.hasPublicFolders() == publicFolders)
                .<Object>map(one -> new Properties(one.name())
                        .with("Identity", name + "\\" + one.storageGroup() + "\\" + one.name())
                        .with("MountAtStartup", one.mountsAtStartup())
                        .with("Mounted", call.has("Status") ? one.isMounted() : Values.NULL))
                .toList();
    }

    private List<Object> mount(Call call) throws PowerShellError, InterruptedException {
        var identity = call.text("Identity");
        var words = identity.split("\\\\", -1);
        var found = world.mailboxServer(words[0]).stream()
                .flatMap(server -> server.databases().stream())
                .filter(one -> one.name().equals(words[words.length - 1]))
                .findFirst()
                .orElseThrow(() -> new PowerShellError("The database '" + identity + "' could not be found."));
        world.note(node, "Mount-Database " + identity);
        return refusing(() -> exchange.mount(words[0], found));
    }

    private List<Object> stop(Call call) throws PowerShellError, InterruptedException {
        var server = server(call);
        call.text("StopReason");
        refuseToAsk(call);
        world.note(node, "Stop-ClusteredMailboxServer " + server.name());
        return refusing(() -> exchange.stop(server.name()));
    }

    private List<Object> start(Call call) throws PowerShellError, InterruptedException {
        var server = server(call);
        world.note(node, "Start-ClusteredMailboxServer " + server.name());
        return refusing(() -> exchange.start(server.name()));
    }

    private List<Object> move(Call call) throws PowerShellError, InterruptedException {
        var server = server(call);
        var target = call.text("TargetMachine");
        call.text("MoveComment");
        if (call.has("ValidateOnly")) {
            return refusing(() -> exchange.validateMove(server.name(), target));
        }
        world.note(node, "Move-ClusteredMailboxServer " + server.name() + " -TargetMachine " + target);
        return refusing(() -> exchange.move(server.name(), target));
    }

    private static Cmdlet asked(Cmdlet cmdlet) {
        return call -> {
            refuseToAsk(call);
            return cmdlet.run(call);
        };
    }

    private static void refuseToAsk(Call call) throws PowerShellError {
        if (!call.isFalse("Confirm")) {
            throw new PowerShellError(
                    call.cmdlet()
                            + " : Windows PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.");
        }
    }

    /** Something that Exchange may refuse. */
    private interface Deed {
        void run() throws Refused, InterruptedException;
    }

    private static List<Object> refusing(Deed deed) throws PowerShellError, InterruptedException {
        try {
            deed.run();
            return List.of();
        } catch (Refused refused) {
            throw new PowerShellError(Values.text(refused.sentence()));
        }
    }
}
