Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
if ((Get-ClusteredMailboxServerStatus -Identity $v['server']).State -ne 'Offline') {
  Stop-ClusteredMailboxServer -Identity $v['server'] -StopReason $v['reason'] -Confirm:$false
}
Say 'state' (Get-ClusteredMailboxServerStatus -Identity $v['server']).State
