$name = $env:COMPUTERNAME
$state = 'Online'
foreach ($one in Get-WmiObject -Class Win32_Service) {
  if ($one.Name -eq 'ClusSvc') {
    Say 'clustered' $one.State
  }
  if ('MSExchangeIS', 'MSExchangeSA' -contains $one.Name -and $one.State -ne 'Running') {
    $state = 'Failed'
  }
}
Say 'kind' 'Alone'
Say 'node' ($name + "`t0")
Say 'owner' ($name + "`t" + $name)
Say 'redundant' ($name + "`t" + $name)
Say 'mailbox-server' ($name + "`t" + $state)
$group = '2'
if ($state -eq 'Online') {
  $group = '0'
  Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
  $databases = @(Get-MailboxDatabase -Server $name -Status)
  $databases += @(Get-PublicFolderDatabase -Server $name -Status)
  foreach ($one in $databases) {
    if ($one.MountAtStartup -and -not $one.Mounted) {
      Say 'failed' ($name + "`t" + $one.Identity)
    }
  }
}
Say 'group' ($name + "`t" + $group)
$key = 'HKLM:\SOFTWARE\Understudy'
if (Test-Path $key) {
  Say 'lock' (Get-Item $key).GetValue('Lock')
}
