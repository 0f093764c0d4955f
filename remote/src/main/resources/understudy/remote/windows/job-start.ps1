$dir = 'C:\Understudy\jobs\' + $v['job']
$key = 'HKLM:\SOFTWARE\Understudy'
if (-not (Test-Path $key)) {
  New-Item -Path $key -Force | Out-Null
}
$seen = (Get-Item $key).GetValue('Token')
if ($seen -ne $null -and [int]$seen -gt [int]$v['token']) {
  Say 'refused' ('a job with the higher token ' + $seen + ' has been there, so that another run has taken this cluster over')
  exit 0
}
Set-ItemProperty -Path $key -Name 'Token' -Value $v['token']
if (-not [IO.File]::Exists($dir + '\begun')) {
  $boot = (Get-WmiObject -Class Win32_OperatingSystem).LastBootUpTime
  if ($boot -ne $v['boot']) {
    Say 'refused' ('the node has started at ' + $boot + ', after it was last looked at')
    exit 0
  }
  [void][IO.Directory]::CreateDirectory($dir)
  [IO.File]::WriteAllText($dir + '\action', $v['action'])
  [IO.File]::WriteAllText($dir + '\work', $v['work'])
  [IO.File]::WriteAllText($dir + '\start', $boot)
  [IO.File]::WriteAllText('C:\Understudy\runner.ps1', $v['runner'])
  [IO.File]::WriteAllText($dir + '\ready', '')
  & schtasks.exe /run /tn $v['task'] | Out-Null
  if ($LASTEXITCODE -ne 0) {
    [IO.File]::Delete($dir + '\ready')
    Say 'refused' ('the scheduled task ' + $v['task'] + ' does not start; an administrator makes it once on each node')
    exit 0
  }
}
Say 'started' ''
