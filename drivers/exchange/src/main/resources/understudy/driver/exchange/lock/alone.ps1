$key = 'HKLM:\SOFTWARE\Understudy'
if (-not (Test-Path $key)) {
  New-Item -Path $key -Force | Out-Null
}
function Value() {
  Write-Output ('=' + (Get-Item $key).GetValue('Lock'))
}
$mutex = New-Object -TypeName System.Threading.Mutex -ArgumentList $false, 'Global\UnderstudyLock'
[void]$mutex.WaitOne()
if ((Value) -eq ('=' + $v['before'])) {
  Set-ItemProperty -Path $key -Name 'Lock' -Value $v['after']
}
$now = Value
$mutex.ReleaseMutex()
Say 'now' $now
