package understudy.cli.commands;

import picocli.CommandLine.Command;

/** {@code understudy audit}: every command that a run has sent to a node, and whether somebody has changed that list. */
@Command(
        name = "audit",
        description = "Every command that a run has sent: node, account, time, step, result.",
        mixinStandardHelpOptions = true,
        subcommands = {AuditShowCommand.class, AuditVerifyCommand.class})
public final class AuditCommand {}
