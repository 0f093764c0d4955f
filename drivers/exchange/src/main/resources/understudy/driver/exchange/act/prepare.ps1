Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
Say 'state' (Get-ClusteredMailboxServerStatus -Identity $v['server']).State
Move-ClusteredMailboxServer -Identity $v['server'] -TargetMachine $v['target'] -MoveComment $v['reason'] -ValidateOnly -Confirm:$false
Say 'valid' ''
