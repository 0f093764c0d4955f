Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
$databases = @(Get-MailboxDatabase -Server $v['server'] -Status)
$databases += @(Get-PublicFolderDatabase -Server $v['server'] -Status)
foreach ($one in $databases) {
  if ($one.MountAtStartup -and -not $one.Mounted) {
    Mount-Database -Identity $one.Identity
    Say 'mounted' $one.Identity
  }
}
$databases = @(Get-MailboxDatabase -Server $v['server'] -Status)
$databases += @(Get-PublicFolderDatabase -Server $v['server'] -Status)
foreach ($one in $databases) {
  if ($one.MountAtStartup -and -not $one.Mounted) {
    Say 'dismounted' $one.Identity
  }
}
Say 'state' (Get-ClusteredMailboxServerStatus -Identity $v['server']).State
